import type { Rule } from '../rule.ts';

export const stepRepeated: Rule = {
  meaning: 'A guide lists a step once.',
  mend: 'Keep one of the two.',
  example: 'steps: [test-key, rotate-key, test-key]',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) =>
      (guide?.value?.order ?? []).flatMap((id, index, order) =>
        guide === undefined || order.indexOf(id) === index
          ? []
          : [
              {
                ...guide.at(['order', index]),
                message: `The step "${id}" stands here a second time.`,
                help: 'Keep one of the two.',
              },
            ],
      ),
    ),
};
