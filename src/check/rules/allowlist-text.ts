import type { Allowlist } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';
import { textsOfSteps } from '../texts.ts';

type Separator = NonNullable<Allowlist['separator']>;

/** How a text tells what stands between two addresses. */
const wordings: readonly { separators: readonly Separator[]; pattern: RegExp }[] = [
  {
    separators: ['comma'],
    pattern: /\b(?:comma between|separated (?:by|with) (?:a )?commas?|commas? between)/i,
  },
  {
    separators: ['semicolon'],
    pattern: /\b(?:semicolon between|separated (?:by|with) (?:a )?semicolons?)/i,
  },
  { separators: ['space'], pattern: /\b(?:a space between|separated (?:by|with) (?:a )?spaces?)/i },
  {
    separators: ['newline', 'one-per-field'],
    pattern:
      /\b(?:one (?:address )?(?:per|a|on each) line|each (?:address )?on (?:a line of its own|its own line)|a new line between)/i,
  },
];

export const allowlistText: Rule = {
  meaning:
    'The text of the step about addresses names the separator and the number that the facts have.',
  mend: 'Correct the text, or the facts with their source.',
  example: 'separator: comma — and in the step: "Enter one address per line."',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, steps }) => {
      if (facts?.value === undefined) return [];
      const { separator, most } = facts.value.allowlist;
      const texts = textsOfSteps({ steps: steps.filter(({ name }) => name === 'restrict-ip') });
      return texts.flatMap(({ file, text, line, column }): Finding[] => {
        const told = wordings.find(({ pattern }) => pattern.test(text));
        const most2 = /\bup to (\d+) (?:\w+ )?addresses|\bat most (\d+) (?:\w+ )?addresses/i.exec(
          text,
        );
        const number = Number(most2?.[1] ?? most2?.[2] ?? Number.NaN);
        const place = { file, line, column };
        return [
          ...(told !== undefined && separator !== undefined && !told.separators.includes(separator)
            ? [
                {
                  ...place,
                  message: `The text says "${told.pattern.exec(text)?.[0] ?? ''}", but the separator in ${facts.path} is "${separator}".`,
                  help: 'Correct the one that is wrong.',
                },
              ]
            : []),
          ...(most !== undefined && !Number.isNaN(number) && number !== most
            ? [
                {
                  ...place,
                  message: `The text says ${number} addresses, but ${facts.path} says ${most}.`,
                  help: 'Correct the one that is wrong.',
                },
              ]
            : []),
        ];
      });
    }),
};
