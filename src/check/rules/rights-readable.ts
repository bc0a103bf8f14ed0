import type { Rule } from '../rule.ts';

export const rightsReadable: Rule = {
  meaning:
    'Whether a key can ask what it may do stands in one place: under "rights" in signing.yaml where the request is documented, else under "rightsReadable" in exchange.yaml.',
  mend: 'Take "rightsReadable" away; what it says follows from signing.yaml.',
  example: 'rightsReadable: { can: true, … } beside a signing.yaml with "rights".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) =>
      facts?.value?.rightsReadable === undefined || facts.value.signing?.rights === undefined
        ? []
        : [
            {
              ...facts.at(['rightsReadable'], 'key'),
              message: 'This follows from "rights" in signing.yaml, and stands here a second time.',
              help: 'Take "rightsReadable" away.',
            },
          ],
    ),
};
