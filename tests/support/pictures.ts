import { rm } from 'node:fs/promises';
import { test as base } from 'playwright/test';
import sharp from 'sharp';
import { encode } from 'uqr';
import { parseContent } from '../../src/content/content.ts';
import { checkPicture, type JudgedFinding } from '../../src/check/pictures/check-pictures.ts';
import type { PictureReader, Reading } from '../../src/check/pictures/reading.ts';
import { validFiles } from './check-cases.ts';

/** A test with a folder of its own: `outputPath(name)` is a path in it. */
export const test = base.extend<{ outputPath: (name: string) => string }>({
  // Playwright reads from this pattern that the fixture needs no other.
  // oxlint-disable-next-line no-empty-pattern
  outputPath: async ({}, use, info) => use((name) => info.outputPath(name)),
});

/** A line of text in a drawn picture. */
export interface DrawnText {
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** Colours of a drawn picture. */
export interface Theme {
  readonly ground: string;
  readonly ink: string;
}

export const light: Theme = { ground: '#ffffff', ink: '#202630' };
export const dark: Theme = { ground: '#0b0e11', ink: '#d8dce2' };

/** Made-up values that look like real ones. They are of no account anywhere. */
export const madeUp = {
  key: 'mZ7kQ2vX9pL4tR8wB3nC6yH1sD5fG2jK',
  secret: '9f86d081884c7d659a2feaa2c55ad215a3bf4f1b2b2b822cd15d6c15b2f22a28',
  shortKey: '5c2db93523aa674c74a31734',
  email: 'holder@mail.test.org',
  account: '48213377',
  ipv4: '52.31.14.7',
  ipv6: '2606:4700:4700::1111',
} as const;

/** A dialog as exchanges show it, without anything secret. */
export const plainForm: readonly DrawnText[] = [
  { x: 40, y: 60, text: 'Create API key', size: 24 },
  { x: 40, y: 110, text: 'Label' },
  { x: 240, y: 110, text: 'portfolio-tracker-2026' },
  { x: 40, y: 150, text: 'Bind IP addresses (recommended)' },
  { x: 40, y: 190, text: 'Keys without bound addresses end after 90 days.' },
];

/** Draws text on a plain ground, with SVG below and over it. Output: the bytes of a PNG. */
export function drawPicture(
  texts: readonly DrawnText[],
  {
    width = 900,
    height = 320,
    theme = light,
    extra = '',
    over = '',
  }: { width?: number; height?: number; theme?: Theme; extra?: string; over?: string } = {},
): Promise<Buffer> {
  const lines = texts.map(
    ({ x, y, text, size = 16 }) =>
      `<text x="${x}" y="${y}" font-size="${size}" fill="${theme.ink}">${text}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif"><rect width="100%" height="100%" fill="${theme.ground}"/>${extra}${lines.join('')}${over}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
}

/** A QR code as part of a drawing, with its quiet zone. */
export function qrCode(text: string, x: number, y: number, cell: number): string {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, line) =>
    row.flatMap((isDark, column) =>
      isDark
        ? [
            `<rect x="${x + column * cell}" y="${y + line * cell}" width="${cell}" height="${cell}"/>`,
          ]
        : [],
    ),
  );
  return `<rect x="${x}" y="${y}" width="${size * cell}" height="${size * cell}" fill="#fff"/>${dark.join('')}`;
}

/** A reader that always reads the same, and counts. */
export function fakeReader(
  reading: Reading | Error = { rows: [], codes: [] },
): PictureReader & { count: number } {
  return {
    count: 0,
    read() {
      this.count += 1;
      return reading instanceof Error ? Promise.reject(reading) : Promise.resolve(reading);
    },
    close: () => Promise.resolve(),
  };
}

/** Checks bytes as the capture "key-created.png" of the valid content. */
export async function findingsOf(
  bytes: Uint8Array,
  {
    file = 'exchanges/northwind/captures/key-created.png',
    reader = fakeReader(),
    cacheFolder,
    unreadIs = 'error',
    seconds,
  }: {
    file?: string;
    reader?: PictureReader;
    cacheFolder: string;
    unreadIs?: 'error' | 'warning';
    seconds?: number;
  },
): Promise<JudgedFinding[]> {
  const content = parseContent(await validFiles());
  const exchange = content.exchanges.find(({ slug }) => file.startsWith(`exchanges/${slug}/`));
  return checkPicture(
    { file, bytes, exchange },
    { reader, cacheFolder, unreadIs, ...(seconds === undefined ? {} : { seconds }) },
  );
}

/** Removes a cache of readings. */
export function deleteCache(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
