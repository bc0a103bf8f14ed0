import type { Rule } from '../rule.ts';

export const tellApart: Rule = {
  meaning:
    'Where an error that an active exchange answers has several causes, its entry says how readers find out which is theirs.',
  mend: 'Write under "tellApart" what readers look at.',
  example: 'causes: two, and no "tellApart".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) =>
      facts?.value === undefined || facts.value.status.state !== 'active'
        ? []
        : facts.value.troubleshooting.flatMap(({ id, kinds, causes, tellApart: told }, index) =>
            kinds === undefined || causes.length < 2 || told !== undefined
              ? []
              : [
                  {
                    ...facts.at(['troubleshooting', index, 'causes'], 'key'),
                    message: `The entry "${id}" has ${causes.length} causes, and nothing says which is the reader’s.`,
                    help: 'Write "tellApart": what readers look at to find out.',
                  },
                ],
          ),
    ),
};
