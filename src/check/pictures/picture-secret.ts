import { publicAddressesIn } from '../rules/public-address.ts';
import { secretsIn } from '../rules/secret.ts';
import { type Box, boxAround, boxesOverlap, formatBox } from './box.ts';
import type { PictureFinding, PictureRule } from './picture.ts';
import type { Reading, Row, Word } from './reading.ts';

export const pictureSecret: PictureRule = {
  meaning:
    'Nothing in a capture can be read by text recognition as a key, a secret, a person’s e-mail address, a public internet address or the number of an account, and no QR code can be decoded.',
  mend: 'Make the capture again with "npm run capture" and cover the box with --redact. If a key was real, delete it at the exchange now.',
  example: 'A picture of the page that shows the new key and its secret.',
  check: ({ reading, exchange }) => {
    if (reading === undefined) return [];
    if ('reason' in reading)
      return [
        {
          message: `This picture could not be looked at for secrets: ${reading.reason}`,
          help: reading.help,
          unread: true,
        },
      ];
    return secretPlaces(reading, exchange?.facts?.value?.domains.official ?? []).map(asFinding);
  },
};

/** A place in a picture that must be covered. */
interface SecretPlace {
  /** What it looks like, with its article; what was read is not repeated. */
  readonly what: string;
  readonly box: Box;
}

/**
 * Places in a picture that must be covered, each once.
 *
 * Input: what was read, and the official domains of the exchange, whose e-mail addresses
 * are not those of a person.
 */
export function secretPlaces(reading: Reading, official: readonly string[]): SecretPlace[] {
  const places = [
    ...reading.codes.map((box) => ({ what: 'a QR code that can be decoded', box })),
    ...reading.rows.flatMap((row) => [
      ...placesInRow(row, official),
      ...splitKeys(row),
      ...numbersBelow(row, reading.rows),
    ]),
  ];
  // Each picture is read twice, and one stretch can look like two things.
  return places.reduce<SecretPlace[]>((merged, place) => {
    const same = merged.filter(({ box }) => boxesOverlap(box, place.box));
    const [first] = same;
    if (first === undefined) return [...merged, place];
    const joined = { ...first, box: boxAround([...same, place].map(({ box }) => box)) };
    return merged
      .filter((other) => other === first || !same.includes(other))
      .map((other) => (other === first ? joined : other));
  }, []);
}

function asFinding({ what, box }: SecretPlace): PictureFinding {
  const isKey = /key|secret|token|seed|QR/.test(what);
  return {
    message: `There is what looks like ${what}.`,
    help: `Make the capture again with "npm run capture" and --redact ${formatBox(box)}.${isKey ? ' If it was real, delete that key at the exchange now.' : ''}`,
    box,
  };
}

/** The label of an account number with the number behind it; recognition confuses I, l and 1. */
const accountLabel = String.raw`\b(?:U[I1l]D|(?:user|account|member|client)\s*[I1l]D)\b`;
const accountNumber = new RegExp(
  String.raw`${accountLabel}[^\da-z]{0,8}(?:no\.?|number)?[^\da-z]{0,8}\d(?: ?\d){5,}`,
  'gi',
);
const accountLabelAtEnd = new RegExp(String.raw`${accountLabel}\W{0,3}$`, 'i');

function placesInRow(row: Row, official: readonly string[]): SecretPlace[] {
  const text = row.map((word) => word.text).join(' ');
  const stretches = [
    ...secretsIn(text, official),
    ...publicAddressesIn(text).map(({ shown, column }) => ({
      what: 'a public internet address',
      column,
      length: shown.length,
    })),
    ...[...text.matchAll(accountNumber)].map((match) => ({
      what: 'the number of an account',
      column: match.index + 1,
      length: match[0].length,
    })),
    ...[...text.matchAll(/[A-Za-z0-9]{16,}/g)]
      .filter(([run]) => isMixedRun(run))
      .map((match) => ({ what: 'a key', column: match.index + 1, length: match[0].length })),
  ];
  return stretches.map(({ what, column, length }) => ({
    what,
    box: boxAround(wordsAt(row, column - 1, length).map((word) => word.box)),
  }));
}

/**
 * Whether a run changes between letters and digits as often as only keys do. Pictures have
 * no prose that quotes commits or numbers of tickets, so a shorter run than in texts counts.
 */
function isMixedRun(run: string): boolean {
  const changes = run.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0;
  return changes >= 4 && !run.includes('EXAMPLE');
}

/** Keys in which recognition saw a space that is not there. */
function splitKeys(row: Row): SecretPlace[] {
  const groups: Word[][] = [[]];
  for (const word of row) {
    if (/^(?=.*\d)[A-Za-z0-9+/_=-]{4,}$/.test(word.text)) groups.at(-1)?.push(word);
    else groups.push([]);
  }
  return groups
    .filter((words) => words.length > 1)
    .filter((words) => secretsIn(words.map(({ text }) => text).join(''), []).length > 0)
    .map((words) => ({ what: 'a key or a secret', box: boxAround(words.map(({ box }) => box)) }));
}

/** Numbers of accounts that stand below their label. */
function numbersBelow(row: Row, rows: readonly Row[]): SecretPlace[] {
  return row.flatMap((_, index) => {
    const label = row.slice(Math.max(0, index - 1), index + 1);
    if (!accountLabelAtEnd.test(label.map(({ text }) => text).join(' '))) return [];
    const above = boxAround(label.map(({ box }) => box));
    const below = { ...above, y: above.y + above.height, height: above.height * 3 };
    return rows
      .flat()
      .filter(({ text, box }) => /^\d{6,}$/.test(text) && boxesOverlap(box, below))
      .map(({ box }) => ({ what: 'the number of an account', box }));
  });
}

/** Words of a row that a stretch of its text touches; the words are joined by single spaces. */
function wordsAt(row: Row, start: number, length: number): Word[] {
  let offset = 0;
  return row.filter(({ text }) => {
    const from = offset;
    offset += text.length + 1;
    return from < start + length && start < from + text.length;
  });
}
