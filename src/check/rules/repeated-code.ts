import type { DataFile } from '../../content/data-file.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import { quotedList } from '../suggest.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedCode: Rule = {
  meaning:
    'An error code stands in one entry of an exchange, or in several that all say how readers tell them apart.',
  mend: 'Join the entries, or write under "tellApart" of each by what readers know that it is theirs.',
  example: 'codes: [INVALID_KEY] in two entries, one of them without "tellApart".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) =>
      facts?.value === undefined ? [] : repeats(facts, facts.value),
    ),
};

function repeats(file: DataFile<ExchangeFacts>, { troubleshooting }: ExchangeFacts): Finding[] {
  return troubleshooting.flatMap(({ id, codes = [], tellApart }, index) =>
    codes.flatMap((code, position) => {
      const place = () => ({
        ...file.at(['troubleshooting', index, 'codes', position]),
      });
      if (codes.indexOf(code) < position) {
        return [
          {
            ...place(),
            message: `The code "${code}" stands in this entry a second time.`,
            help: 'Remove it.',
          },
        ];
      }
      const others = troubleshooting.filter(
        (other) => other.id !== id && other.codes?.includes(code),
      );
      if (others.length === 0 || tellApart !== undefined) return [];
      return [
        {
          ...place(),
          message: `The code "${code}" also stands in ${quotedList(others.map((other) => other.id))}, and nothing says which entry is the reader’s.`,
          help: 'Join the entries, or write "tellApart" in each.',
        },
      ];
    }),
  );
}
