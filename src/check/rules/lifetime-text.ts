import type { Rule } from '../rule.ts';
import { textsOfData, textsOfSteps } from '../texts.ts';

/** What a sentence about the end of a key is made of. */
const parts =
  /\b(?:(?<key>keys?)|(?<end>disabled|deleted|expires?|expired|ends?|removed|stops?)|(?<days>\d{1,4}) days)\b/gi;

export const lifetimeText: Rule = {
  meaning:
    'Where a text says after how many days a key ends by itself, the facts have that number.',
  mend: 'Correct the text, or the lifetimes with their source.',
  example:
    'lifetimes of 90 days — and in a step: "A key without addresses is deleted after 30 days."',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, steps }) => {
      if (facts?.value === undefined) return [];
      const days = facts.value.lifetimes.items.map((item) => item.days);
      if (days.length === 0) return [];
      const pieces = [
        ...textsOfData(facts).filter(
          ({ path }) => path?.[0] !== 'sources' && path?.[0] !== 'lifetimes',
        ),
        ...textsOfSteps({ steps }),
      ];
      return pieces.flatMap((piece) =>
        toldDays(piece.text)
          .filter((told) => !days.includes(told))
          .map((told) => ({
            file: piece.file,
            line: piece.line,
            column: piece.column,
            message: `The text ends a key after ${told} days, but the lifetimes in ${facts.path} are ${[...new Set(days)].join(' and ')} days.`,
            help: 'Correct the one that is wrong.',
          })),
      );
    }),
};

/**
 * After how many days a text says that a key ends: "a key … is deleted … after 90 days"
 * or "after 90 days a key … is deleted", within one sentence.
 */
function toldDays(text: string): number[] {
  if (!/\d days\b/i.test(text)) return [];
  const told = text.split(/[.!?]/).flatMap((sentence) => {
    const words = [...sentence.matchAll(parts)].map(({ groups }) => groups ?? {});
    const key = words.findIndex((word) => word['key'] !== undefined);
    if (key < 0) return [];
    return words.flatMap((word, index) => {
      if (word['end'] === undefined || index < key) return [];
      const after = words.slice(index + 1).find(({ days }) => days !== undefined);
      const before = words.slice(0, key).findLast(({ days }) => days !== undefined);
      const days = (after ?? before)?.['days'];
      return days === undefined ? [] : [Number(days)];
    });
  });
  return [...new Set(told)];
}
