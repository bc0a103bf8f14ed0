/** Numbers and spans of time as people write them. */

const ones = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const tens = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
] as const;

const numbers: ReadonlyMap<string, number> = new Map<string, number>([
  ...ones.map((word, index) => [word, index + 1] as const),
  ...tens.flatMap((ten, index) => [
    [ten, (index + 2) * 10] as const,
    ...ones
      .slice(0, 9)
      .map((one, extra) => [`${ten}-${one}`, (index + 2) * 10 + extra + 1] as const),
  ]),
  ['a', 1],
  ['an', 1],
  ['a single', 1],
  ['a couple of', 2],
  ['a dozen', 12],
  ['two dozen', 24],
  ['a hundred', 100],
  ['one hundred', 100],
  ['hundred', 100],
]);

/** A number in digits or words, for a pattern; `a` and `an` are left to {@link span}. */
export const numberPattern = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,6}|${[...numbers.keys()]
  .filter((word) => word !== 'a' && word !== 'an')
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', String.raw`\s+`).replaceAll('-', String.raw`[-\s]`))
  .join('|')})`;

/** A number as {@link numberPattern} finds it; undefined for any other text. */
export function numberOf(text: string): number | undefined {
  const plain = text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (/^[\d,]+$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return numbers.get(plain) ?? numbers.get(plain.replace(' ', '-'));
}

/** A span of time, for a pattern: its number and its unit stand in groups of these names. */
export const spanPattern = String.raw`(?<count>${numberPattern}|an?|half\s+an?)[-\s]+(?<unit>days?|weeks?|fortnights?|months?|years?|quarters?)`;

const daysIn = {
  day: [1, 1],
  week: [7, 7],
  fortnight: [14, 14],
  month: [28, 31],
  quarter: [89, 92],
  year: [365, 366],
} as const satisfies Record<string, readonly [number, number]>;

/** The fewest and the most days that a span can have: a month has 28 to 31. */
export interface Span {
  readonly text: string;
  readonly least: number;
  readonly most: number;
}

/** The span of a match of {@link spanPattern}; undefined where it is none. */
export function spanOf(text: string, count: string, unit: string): Span | undefined {
  const name = unit.toLowerCase().replace(/s$/, '');
  if (!isUnit(name)) return undefined;
  const isHalf = /^half/i.test(count);
  const number = isHalf ? 0.5 : numberOf(count);
  if (number === undefined) return undefined;
  const [least, most] = daysIn[name];
  return {
    text: text.replaceAll(/\s+/g, ' '),
    least: Math.floor(least * number),
    most: Math.ceil(most * number),
  };
}

function isUnit(name: string): name is keyof typeof daysIn {
  return Object.hasOwn(daysIn, name);
}
