import type { Rule } from '../rule.ts';
import { textsOfBody, textsOfData } from '../texts.ts';

/** A sentence about a key that ends by itself, with its days. */
const ends =
  /\bkeys?\b[^.!?]*\b(?:disabled|deleted|expires?|expired|ends?|removed|stops?)\b[^.!?]*?\b(\d{1,4}) days\b|\b(\d{1,4}) days\b[^.!?]*\bkeys?\b[^.!?]*\b(?:disabled|deleted|expires?|expired|ends?|removed|stops?)\b/gi;

export const lifetimeText: Rule = {
  meaning:
    'Where a text says after how many days a key ends by itself, the facts have that number.',
  mend: 'Correct the text, or the lifetimes with their source.',
  example:
    'lifetimes of 90 days — and in a step: "A key without addresses is deleted after 30 days."',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, guide }) => {
      if (facts?.value === undefined) return [];
      const days = facts.value.lifetimes.items.map((item) => item.days);
      if (days.length === 0) return [];
      const pieces = [
        ...textsOfData(facts).filter(
          ({ path }) => path?.[0] !== 'sources' && path?.[0] !== 'lifetimes',
        ),
        ...(guide?.mdx.tree === undefined ? [] : textsOfBody(guide.path, guide.mdx.tree)),
      ];
      return pieces.flatMap((piece) =>
        [...piece.text.matchAll(ends)]
          .map((match) => Number(match[1] ?? match[2]))
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
