import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { PSM, Worker } from 'tesseract.js';
import { type Box, boxAround, boxesOverlap, scaledBox } from './box.ts';
import { type PictureReader, ReaderMissing, type Reading, rowsOf, type Word } from './reading.ts';

/** Language data that comes with the development dependencies; nothing is downloaded. */
const languageFolder = path.resolve('node_modules/@tesseract.js-data/eng/4.0.0');

/** Text of user interfaces is small; recognition wants letters about twice as tall. */
const enlargement = 2;

/** Sides of the squares that are looked through for QR codes, in pixels. */
const windowSides = [600, 300] as const;

interface Tools {
  readonly worker: Worker;
  /** Modes of page layout: a page in columns, and scattered pieces of text. */
  readonly modes: { page: PSM; scattered: PSM };
  readonly decode: typeof import('jsqr').default;
  /** Tells readings that still run that nobody waits for them any more. */
  readonly closing: AbortController;
}

/**
 * A reader of text and QR codes (tesseract.js and jsQR, both on this machine alone).
 *
 * Input: the folder of the language data. What it needs is loaded when the first picture
 * is read. Throws nothing itself; see PictureReader.
 */
export function pictureReader(folder: string = languageFolder): PictureReader {
  let loading: Promise<Tools> | undefined;
  return {
    read: async (bytes) => {
      loading ??= loadTools(folder);
      return readWith(await loading, bytes);
    },
    close: async () => {
      const tools = await loading?.catch(() => undefined);
      loading = undefined;
      tools?.closing.abort();
      await tools?.worker.terminate();
    },
  };
}

async function loadTools(folder: string): Promise<Tools> {
  // Without its data the recognition would wait for ever.
  if (!existsSync(path.join(folder, 'eng.traineddata.gz')))
    throw new ReaderMissing(`There is no ${path.join(folder, 'eng.traineddata.gz')}.`);
  const [{ default: tesseract }, { default: decode }] = await Promise.all([
    import('tesseract.js'),
    import('jsqr'),
  ]).catch((error: unknown) => {
    throw new ReaderMissing(error instanceof Error ? error.message : String(error));
  });
  const worker = await tesseract.createWorker('eng', tesseract.OEM.LSTM_ONLY, {
    langPath: folder,
    gzip: true,
    cacheMethod: 'none',
    // Without it, a failure would also be thrown where nobody can catch it.
    errorHandler: () => {},
  });
  await worker.setParameters({
    user_defined_dpi: '144',
    // Never part of a key, but often read for a letter of one.
    tessedit_char_blacklist: '¢£€©®°«»“”‘’—|',
  });
  return {
    worker,
    modes: { page: tesseract.PSM.AUTO, scattered: tesseract.PSM.SPARSE_TEXT },
    decode,
    closing: new AbortController(),
  };
}

async function readWith(tools: Tools, bytes: Uint8Array): Promise<Reading> {
  const reading: Reading = { rows: [], codes: [] };
  for (const layer of await layersOf(bytes)) {
    const size = await sharp(layer).metadata();
    const large = sharp(layer)
      .resize({ width: size.width * enlargement })
      .greyscale();
    const grey = await large.clone().png().toBuffer();
    const passes = [
      await wordsOf(tools, grey, tools.modes.page),
      await wordsOf(tools, await evened(grey), tools.modes.scattered),
    ];
    reading.rows.push(...passes.flatMap(rowsOf));
    reading.codes.push(...(await codesOf(tools, layer)));
  }
  return reading;
}

/** What a picture shows; with transparency also what lies hidden below it. */
async function layersOf(bytes: Uint8Array): Promise<Buffer[]> {
  const picture = sharp(bytes);
  const { hasAlpha } = await picture.metadata();
  const shown = await picture.clone().flatten({ background: '#fff' }).png().toBuffer();
  if (!hasAlpha || (await picture.stats()).isOpaque) return [shown];
  return [shown, await picture.clone().removeAlpha().png().toBuffer()];
}

/**
 * A picture in which all text is dark on white: what differs from its surroundings.
 * Light text on coloured buttons is not found otherwise.
 */
async function evened(grey: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(grey).greyscale().raw().toBuffer({ resolveWithObject: true });
  const around = await sharp(grey).greyscale().blur(30).raw().toBuffer();
  const even = data.map((value, index) => 255 - Math.abs(value - (around[index] ?? value)));
  return sharp(even, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer();
}

async function wordsOf({ worker }: Tools, picture: Buffer, mode: PSM): Promise<Word[]> {
  await worker.setParameters({ tessedit_pageseg_mode: mode });
  const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
  return (data.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .flatMap((line) => line.words)
    .map(({ text, bbox: { x0, y0, x1, y1 } }) => ({
      text,
      box: scaledBox({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, 1 / enlargement),
    }));
}

/**
 * Boxes of the QR codes in a picture. The decoder finds one code, and none where it takes
 * corners of two for one, so it looks through windows of several sizes too.
 */
async function codesOf({ decode, closing }: Tools, layer: Buffer): Promise<Box[]> {
  const whole = await sharp(layer).metadata();
  const found: Box[] = [];
  for (const window of windowsOf(whole)) {
    closing.signal.throwIfAborted();
    const { x, y, width, height } = window;
    const cut = sharp(layer).extract({ left: x, top: y, width, height });
    const pixels = await cut.ensureAlpha().raw().toBuffer();
    if (!hasContrast(pixels)) continue;
    const code = decode(new Uint8ClampedArray(pixels), width, height);
    if (code === null) continue;
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = code.location;
    const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
    const box = boxAround(
      corners.map((corner) => ({
        x: x + Math.min(Math.max(Math.round(corner.x), 0), width),
        y: y + Math.min(Math.max(Math.round(corner.y), 0), height),
        width: 0,
        height: 0,
      })),
    );
    if (!found.some((other) => boxesOverlap(other, box))) found.push(box);
  }
  return found;
}

/** The whole picture, then squares that overlap by half. */
function windowsOf({ width, height }: { width: number; height: number }): Box[] {
  const starts = (length: number, side: number): number[] =>
    Array.from({ length: Math.max(1, Math.ceil(length / (side / 2)) - 1) }, (_, index) =>
      Math.max(0, Math.min((index * side) / 2, length - side)),
    );
  return [
    { x: 0, y: 0, width, height },
    ...windowSides.flatMap((side) =>
      starts(height, side).flatMap((y) =>
        starts(width, side).map((x) => ({
          x,
          y,
          width: Math.min(side, width),
          height: Math.min(side, height),
        })),
      ),
    ),
  ];
}

/** Whether pixels (four bytes each) are dark and light enough for a code to be among them. */
function hasContrast(pixels: Buffer): boolean {
  let [darkest, lightest] = [255, 0];
  for (let index = 1; index < pixels.length; index += 4) {
    const green = pixels[index] ?? 0;
    if (green < darkest) darkest = green;
    if (green > lightest) lightest = green;
  }
  return lightest - darkest > 60;
}
