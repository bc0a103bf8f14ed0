import type { ExchangeFolder } from '../../content/content.ts';
import { isPeriod } from '../../schema/period.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';

export const datedFacts: Rule = {
  meaning:
    'What holds for a time alone holds on some day, and a use case that is refused is refused on every day, for one reason at a time: a day that passes never opens or closes a path by itself.',
  mend: 'Correct the days: "until" of the first reason is "from" of the next.',
  example: 'A refusal with "until: 2027-03-01" and none that holds from that day on.',
  check: ({ exchanges }) => exchanges.flatMap(findingsOf),
};

function findingsOf({ facts, guide }: ExchangeFolder): Finding[] {
  const empty = [facts, guide].flatMap((file) =>
    file === undefined
      ? []
      : periodsIn(file.value).map(({ path, from, until }) => ({
          ...file.at([...path, 'until']),
          message: `This holds from ${from} until ${until}, so on no day.`,
          help: 'Correct the days: "from" is the first day, "until" the day from which it holds no more.',
        })),
  );
  return facts?.value === undefined ? empty : [...empty, ...refusalFaults(facts.value, facts)];
}

interface EmptyPeriod {
  readonly path: readonly PropertyKey[];
  readonly from: string;
  readonly until: string;
}

/** Entries with a "from" that is not before their "until", wherever they stand. */
function periodsIn(value: unknown, path: readonly PropertyKey[] = []): EmptyPeriod[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => periodsIn(item, [...path, index]));
  const fields = new Map<string, unknown>(Object.entries(value));
  const [from, until] = [fields.get('from'), fields.get('until')];
  const own =
    typeof from === 'string' && typeof until === 'string' && !isPeriod({ from, until })
      ? [{ path, from, until }]
      : [];
  return [...own, ...[...fields].flatMap(([key, item]) => periodsIn(item, [...path, key]))];
}

function refusalFaults(
  { permissions: { refusals } }: ExchangeFacts,
  facts: NonNullable<ExchangeFolder['facts']>,
): Finding[] {
  const placed = refusals.map((refusal, index) => ({ refusal, index }));
  return [...Map.groupBy(placed, ({ refusal }) => refusal.useCase).values()].flatMap((same) => {
    const inOrder = same.toSorted((a, b) =>
      (a.refusal.from ?? '').localeCompare(b.refusal.from ?? ''),
    );
    return inOrder.flatMap(({ refusal, index }, place): Finding[] => {
      const before = inOrder[place - 1]?.refusal.until;
      const isLast = place === inOrder.length - 1;
      const fault =
        refusal.from !== before
          ? before === undefined
            ? `no reason holds before ${refusal.from}`
            : `the reason before it holds until ${before}, and this one from ${refusal.from ?? 'ever'}`
          : isLast && refusal.until !== undefined
            ? `no reason holds from ${refusal.until} on`
            : undefined;
      return fault === undefined
        ? []
        : [
            {
              ...facts.at(['permissions', 'refusals', index, 'useCase']),
              message: `"${refusal.useCase}" is refused here, but ${fault}.`,
              help: 'Give the reasons days that follow each other, the first without "from", the last without "until".',
            },
          ];
    });
  });
}
