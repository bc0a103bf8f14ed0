import type { Box } from '../../check/pictures/box.ts';
import { formatBox } from '../../check/pictures/box.ts';

/** What somebody asked for, as the command line says it. */
export interface CaptureRequest {
  /** Folder of the exchange. */
  readonly slug: string;
  readonly step: string;
  /** Path of the screenshot. */
  readonly picture: string;
  /** Drawn screen that the capture replaces; needed where the step has several. */
  readonly screen: string | undefined;
  /** What the picture tells the reader to do; asked for where it is undefined. */
  readonly alt: string | undefined;
  /** Areas to cover, in pixels of the screenshot as it stands upright. */
  readonly redact: readonly Box[];
  /** Day on which the screenshot was made, `2026-11-20`. */
  readonly date: string;
}

/** Something that the person who asked can put right; the message says how. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
}

/**
 * Reads an area to cover.
 *
 * Input: `left,top,width,height` in pixels. Throws a CaptureError where it is not one.
 */
export function parseBox(written: string): Box {
  const match = /^(\d+),(\d+),([1-9]\d*),([1-9]\d*)$/.exec(written.replaceAll(' ', ''));
  if (match === null)
    throw new CaptureError(
      `--redact is "${written}"; expected four whole numbers of pixels: left,top,width,height, such as 120,80,300,24. For several areas write --redact several times.`,
    );
  const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
  return { x, y, width, height };
}

/** Throws a CaptureError that names every area which reaches beyond the picture. */
export function refuseBoxesOutside(
  boxes: readonly Box[],
  size: { readonly width: number; readonly height: number },
): void {
  const outside = boxes.filter(
    (box) => box.x + box.width > size.width || box.y + box.height > size.height,
  );
  if (outside.length === 0) return;
  throw new CaptureError(
    `The picture has ${size.width} × ${size.height} pixels, and ${outside.map((box) => `--redact ${formatBox(box)}`).join(' and ')} ${outside.length === 1 ? 'reaches' : 'reach'} beyond it. Measure left, top, width and height in the screenshot itself, upright and not scaled.`,
  );
}
