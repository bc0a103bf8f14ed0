import { expect } from 'playwright/test';
import { type Box, boxesOverlap } from '../../../../src/check/pictures/box.ts';
import { secretPlaces } from '../../../../src/check/pictures/picture-secret.ts';
import { largestPicture } from '../../../../src/check/pictures/limits.ts';
import {
  type PictureReader,
  ReaderMissing,
  rowsOf,
} from '../../../../src/check/pictures/reading.ts';
import { pictureReader } from '../../../../src/check/pictures/recognise.ts';
import {
  dark,
  drawPicture,
  type DrawnText,
  fakeReader,
  findingsOf,
  madeUp,
  plainForm,
  qrCode,
  test,
} from '../../../support/pictures.ts';

// One reader for all: it takes half a second to load.
test.describe.configure({ mode: 'default', timeout: 60_000 });
const reader = pictureReader();
test.afterAll(() => reader.close());

/** Below the lines of the plain form. */
const below = { x: 240, y: 240 };

/** What is found in the plain form with more text: what it looks like, and where. */
async function placesIn(
  bytes: Uint8Array,
  cacheFolder: string,
): Promise<{ message: string; box: Box | undefined }[]> {
  const findings = await findingsOf(bytes, { reader, cacheFolder });
  expect(findings.filter(({ rule }) => rule !== 'picture-secret')).toEqual([]);
  return findings.map(({ message, box }) => ({ message, box }));
}

const cases: readonly (readonly [name: string, texts: readonly DrawnText[], what: string])[] = [
  ['an API key', [{ ...below, text: madeUp.key }], 'a key'],
  ['a secret of hexadecimal digits', [{ ...below, text: madeUp.secret }], 'a key'],
  ['a key of 24 hexadecimal digits', [{ ...below, text: madeUp.shortKey }], 'a key'],
  ['an e-mail address', [{ ...below, text: madeUp.email }], 'an e-mail address'],
  ['a UID', [{ ...below, text: `UID: ${madeUp.account}` }], 'the number of an account'],
  [
    'a user id far from its label',
    [
      { x: 40, y: 240, text: 'User ID' },
      { x: 640, y: 240, text: madeUp.account },
    ],
    'the number of an account',
  ],
  [
    'a user id below its label',
    [
      { ...below, text: 'User ID' },
      { x: 240, y: 270, text: madeUp.account },
    ],
    'the number of an account',
  ],
  ['a public IPv4 address', [{ ...below, text: madeUp.ipv4 }], 'a public internet address'],
  ['a public IPv6 address', [{ ...below, text: madeUp.ipv6 }], 'a public internet address'],
];

for (const [name, texts, what] of cases) {
  test(`${name} is found where it stands`, async ({ outputPath }) => {
    const bytes = await drawPicture([...plainForm, ...texts]);
    const found = await placesIn(bytes, outputPath('cache'));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(new RegExp(`^There is what looks like ${what}`));
    const last = texts.at(-1) ?? below;
    const { box } = found[0] ?? {};
    expect(
      box === undefined
        ? 'no box'
        : boxesOverlap(box, { x: last.x, y: last.y - 10, width: 60, height: 8 }),
    ).toBe(true);
    // Nothing above it is covered.
    expect(box?.y).toBeGreaterThan(200);
  });
}

test('dark pages and coloured buttons hide nothing', async ({ outputPath }) => {
  const bytes = await drawPicture(
    [...plainForm, { ...below, text: madeUp.key }, { x: 60, y: 290, text: madeUp.ipv4 }],
    { theme: dark, extra: '<rect x="40" y="268" width="160" height="34" fill="#1556a0"/>' },
  );
  const found = await placesIn(bytes, outputPath('cache'));
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^There is what looks like a key/),
    'There is what looks like a public internet address.',
  ]);
});

test('QR codes are found, several in one picture too', async ({ outputPath }) => {
  const bytes = await drawPicture(plainForm, {
    height: 500,
    extra:
      qrCode('otpauth://totp/made-up?secret=EXAMPLE', 40, 220, 4) +
      qrCode('https://www.northwind.example/', 500, 220, 4),
  });
  const found = await placesIn(bytes, outputPath('cache'));
  expect(found.map(({ message }) => message)).toEqual([
    'There is what looks like a QR code that can be decoded.',
    'There is what looks like a QR code that can be decoded.',
  ]);
  for (const { box } of found) {
    expect(box?.y).toBeGreaterThan(220);
    expect(box?.width).toBeGreaterThan(80);
  }
});

test('what is transparent hides nothing', async ({ outputPath }) => {
  const { default: sharp } = await import('sharp');
  const opaque = await drawPicture([...plainForm, { ...below, text: madeUp.key }]);
  const { data, info } = await sharp(opaque)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // As a program does that "deletes" an area: the colours stay below.
  for (let y = 215; y < 260; y += 1)
    for (let x = 0; x < info.width; x += 1) data[(y * info.width + x) * 4 + 3] = 0;
  const bytes = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
  expect(await placesIn(bytes, outputPath('cache'))).toHaveLength(1);
});

test('a covered key, addresses for documentation, official addresses and plain text are fine', async ({
  outputPath,
}) => {
  const bytes = await drawPicture([
    ...plainForm,
    { x: 40, y: 230, text: 'Addresses 203.0.113.10, 198.51.100.7 and 2001:db8::10' },
    { x: 40, y: 260, text: 'Help: support@northwind.example, UID ********' },
    { x: 40, y: 290, text: 'Created 2026-11-20 12:04:31, EXAMPLE-KEY-0123456789ABCDEF' },
  ]);
  expect(await placesIn(bytes, outputPath('cache'))).toEqual([]);
  const covered = await drawPicture([...plainForm, { ...below, text: madeUp.key }], {
    over: '<rect x="236" y="222" width="400" height="26"/>',
  });
  expect(await placesIn(covered, outputPath('cache'))).toEqual([]);
});

test('a message names the box, and its help says how to cover it', async ({ outputPath }) => {
  const word = { text: madeUp.secret, box: { x: 10, y: 20, width: 300, height: 14 } };
  const found = await findingsOf(await drawPicture(plainForm), {
    reader: fakeReader({ rows: [[word]], codes: [] }),
    cacheFolder: outputPath('cache'),
  });
  expect(found).toEqual([
    {
      rule: 'picture-secret',
      severity: 'error',
      message: 'There is what looks like a key or a secret.',
      help: 'Make the capture again with "npm run capture" and --redact 10,20,300,14. If it was real, delete that key at the exchange now.',
      box: word.box,
    },
  ]);
});

test('a key in which a space was seen is found', () => {
  const words = [
    'Secret',
    madeUp.secret.slice(0, 20),
    madeUp.secret.slice(20, 43),
    madeUp.secret.slice(43),
  ];
  const row = words.map((text, index) => ({
    text,
    box: { x: index * 200, y: 0, width: 190, height: 12 },
  }));
  expect(secretPlaces({ rows: [row], codes: [] }, []).map(({ what }) => what)).toContain('a key');
  const halves = ['Key', 'aB3kZ9qW7', 'xY5pL2mN8', 'tR4vC6'].map((text, index) => ({
    text,
    box: { x: index * 200, y: 0, width: 190, height: 12 },
  }));
  expect(secretPlaces({ rows: [halves], codes: [] }, [])).toEqual([
    { what: 'a key or a secret', box: { x: 200, y: 0, width: 590, height: 12 } },
  ]);
});

test('words beside each other are one row, from left to right', () => {
  const word = (text: string, x: number, y: number) => ({
    text,
    box: { x, y, width: 40, height: 12 },
  });
  const rows = rowsOf([word('48213377', 600, 101), word('Label', 0, 60), word('UID', 0, 98)]);
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['Label'], ['UID', '48213377']]);
});

test('without text recognition the picture fails, and a build is warned', async ({
  outputPath,
}) => {
  const missing = pictureReader(outputPath('nowhere'));
  const bytes = await drawPicture(plainForm);
  await expect(missing.read(bytes)).rejects.toBeInstanceOf(ReaderMissing);
  const found = await findingsOf(bytes, { reader: missing, cacheFolder: outputPath('cache') });
  expect(found).toEqual([
    {
      rule: 'picture-secret',
      severity: 'error',
      message: expect.stringMatching(
        /^This picture could not be looked at for secrets: text recognition is not installed\. There is no .*nowhere.eng\.traineddata\.gz\.$/,
      ),
      help: 'Run "npm install" with the development dependencies, and check again.',
      unread: true,
    },
  ]);
  const warned = await findingsOf(bytes, {
    reader: missing,
    cacheFolder: outputPath('cache'),
    unreadIs: 'warning',
  });
  expect(warned.map(({ severity }) => severity)).toEqual(['warning']);
  await missing.close();
});

test('a picture whose reading does not end is given up, and its reader is let go', async ({
  outputPath,
}) => {
  let closed = 0;
  const endless: PictureReader = {
    read: () => new Promise(() => {}),
    close: () => {
      closed += 1;
      return Promise.resolve();
    },
  };
  const found = await findingsOf(await drawPicture(plainForm), {
    reader: endless,
    cacheFolder: outputPath('cache'),
    seconds: 0,
  });
  expect(found.map(({ rule, severity, message }) => ({ rule, severity, message }))).toEqual([
    {
      rule: 'picture-secret',
      severity: 'error',
      message:
        'This picture could not be looked at for secrets: Reading it took longer than 0 seconds.',
    },
  ]);
  expect(closed).toBe(1);
});

test('a picture of too many bytes is not read at all', async ({ outputPath }) => {
  const counting = fakeReader();
  const small = await drawPicture(plainForm);
  const bytes = Buffer.concat([small, Buffer.alloc(largestPicture.bytes)]);
  await findingsOf(bytes, { reader: counting, cacheFolder: outputPath('cache') });
  expect(counting.count).toBe(0);
});
