import type { FilePlace } from '../../content/place.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedTitle: Rule = {
  meaning:
    'No two steps of a guide have the same title, nor two concepts, nor two questions of one page.',
  mend: 'Say in each title what is done there and nowhere else.',
  example: 'Two steps with "title: Open API management".',
  check: ({ exchanges, concepts }) => [
    ...exchanges.flatMap(({ guide, facts }) => [
      ...repeats(
        (guide?.value?.steps ?? []).flatMap(({ id, title }, index, all) =>
          // A step that is listed twice is a matter of another rule.
          all.findIndex((step) => step.id === id) < index
            ? []
            : [{ text: title, place: () => guide?.at(['steps', index, 'title']) }],
        ),
        'step',
      ),
      ...repeats(
        (facts?.value?.questions ?? []).map(({ question }, index) => ({
          text: question,
          place: () => facts?.at(['questions', index, 'question']),
        })),
        'question',
      ),
    ]),
    ...repeats(
      concepts.flatMap((concept) =>
        concept.value === undefined
          ? []
          : [{ text: concept.value.title, place: () => concept.at(['title']) }],
      ),
      'concept',
    ),
  ],
};

interface Titled {
  readonly text: string;
  place(): FilePlace | undefined;
}

function repeats(titled: readonly Titled[], what: string): Finding[] {
  const known = new Set<string>();
  return titled.flatMap(({ text, place }) => {
    const plain = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const isRepeated = known.has(plain);
    known.add(plain);
    const at = isRepeated ? place() : undefined;
    return at === undefined
      ? []
      : [
          {
            ...at,
            message: `The title "${text}" is that of another ${what}.`,
            help: 'Say what is done or asked here and nowhere else.',
          },
        ];
  });
}
