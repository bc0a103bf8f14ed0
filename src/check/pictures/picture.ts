import sharp from 'sharp';
import type { ExchangeFolder } from '../../content/content.ts';
import type { RuleText } from '../rule.ts';
import type { Box } from './box.ts';
import { colourProfileName } from './colour-profile.ts';
import { kindOfBytes, type PictureKind } from './kinds.ts';
import { pngChunks } from './png-chunks.ts';
import type { Reading } from './reading.ts';

/** A file of a folder "captures". */
export interface PictureFile {
  /** Path below the content folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The exchange that it belongs to. */
  readonly exchange: ExchangeFolder | undefined;
}

/** A file of a folder "captures" with what the rules look at. */
export interface Picture extends PictureFile {
  /** What it is by its bytes; undefined where it is no picture that browsers show. */
  readonly kind: PictureKind | undefined;
  /** Undefined where it cannot be decoded. */
  readonly image: Image | undefined;
  /** Undefined where it was not read, because it is no picture or too large. */
  readonly reading: Reading | Unread | undefined;
}

export interface Image {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** What the file holds beyond the picture, such as "EXIF". */
  readonly extras: readonly string[];
}

/** A picture should have been read, but could not. */
export interface Unread {
  readonly reason: string;
  readonly help: string;
}

/** One check of pictures. */
export interface PictureRule extends RuleText {
  check(picture: Picture): PictureFinding[];
}

/** A problem of a picture; the runner adds file, rule, severity, and the box to the message. */
export interface PictureFinding {
  readonly message: string;
  readonly help: string;
  /** Where in the picture it is; undefined for the whole file. */
  readonly box?: Box;
  /** The picture could not be looked at: a build without development dependencies only warns. */
  readonly unread?: true;
}

/** Reads the head of a picture. Input: its bytes. Output: undefined where it cannot be decoded. */
export async function imageOf(bytes: Uint8Array): Promise<Image | undefined> {
  const kind = kindOfBytes(bytes);
  if (kind === undefined) return undefined;
  try {
    const data = await sharp(bytes).metadata();
    const chunks = kind === 'png' ? pngChunks(bytes) : [];
    const isAnimatedPng = chunks.some(({ type }) => type === 'acTL');
    return {
      width: data.width,
      height: data.height,
      frames: Math.max(data.pages ?? 1, isAnimatedPng ? 2 : 1),
      extras: [
        ...(data.exif === undefined ? [] : ['EXIF']),
        ...(data.xmp === undefined ? [] : ['XMP']),
        ...(data.iptc === undefined ? [] : ['IPTC']),
        ...(data.icc === undefined ? [] : extraProfile(data.icc)),
        ...extraChunks(chunks, bytes.length),
      ],
    };
  } catch {
    return undefined;
  }
}

function extraProfile(icc: Uint8Array): string[] {
  const name = colourProfileName(icc);
  if (/\bsRGB\b/i.test(name)) return [];
  return [name === '' ? 'a colour profile without a name' : `the colour profile "${name}"`];
}

/** Chunks of a PNG that say how to show it; others are for texts, times and data of programs. */
const plainChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB cICP sBIT bKGD hIST pHYs'.split(' '),
);
/** Named otherwise: as EXIF and colour profile, or as frames. */
const namedChunks = new Set('eXIf iCCP acTL fcTL fdAT'.split(' '));

function extraChunks(chunks: readonly { type: string; end: number }[], size: number): string[] {
  const types = new Set(chunks.map(({ type }) => type));
  const last = chunks.at(-1);
  return [
    ...[...types]
      .filter((type) => !plainChunks.has(type) && !namedChunks.has(type))
      .map((type) => `"${type}" data`),
    // Some programs crop in place and leave the end of the old picture behind the new one.
    ...(last?.type === 'IEND' && last.end < size
      ? [`${(size - last.end).toLocaleString('en')} bytes behind the end of the picture`]
      : []),
  ];
}
