import sharp from 'sharp';
import { type Box, boxWithMargin, scaledBox } from '../../check/pictures/box.ts';
import { largestPicture } from '../../check/pictures/limits.ts';
import { CaptureError, refuseBoxesOutside } from './request.ts';

/** A capture as it goes into the repository, and what was done to the screenshot. */
export interface DrawnCapture {
  readonly bytes: Buffer;
  /** The screenshot as it stands upright. */
  readonly original: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  /** What was left behind, such as "EXIF". */
  readonly removed: readonly string[];
  /** The picture has fewer colours than the screenshot, because it would be too large otherwise. */
  readonly fewerColours: boolean;
}

/**
 * Makes a capture of a screenshot: upright, areas covered in opaque black, on white where it
 * was transparent, in sRGB, scaled down to the largest size, without any metadata.
 *
 * The areas are painted over before scaling, so that nothing of what they cover reaches a
 * pixel beside them. Pixels alone go from the screenshot to the new file.
 *
 * Input: the bytes of the screenshot, and the areas in its pixels. Output: the picture.
 * Throws a CaptureError where it is no picture, an area lies outside, or the result is
 * too large.
 */
export async function drawCapture(
  screenshot: Uint8Array,
  redact: readonly Box[],
): Promise<DrawnCapture> {
  const { pixels, width, height, removed } = await pixelsOf(screenshot);
  refuseBoxesOutside(redact, { width, height });
  for (const box of redact) cover(pixels, width, box);
  const scaled = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({
      width: largestPicture.width,
      height: largestPicture.height,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Scaling blurs the edges of the areas; they are black to the last pixel.
  for (const box of redact)
    cover(
      scaled.data,
      scaled.info.width,
      boxWithMargin(scaledBox(box, scaled.info.width / width), 0, scaled.info),
    );
  const encoded = await encode(scaled.data, scaled.info);
  return {
    ...encoded,
    original: { width, height },
    width: scaled.info.width,
    height: scaled.info.height,
    removed,
  };
}

/** A place in a drawn capture as a place in its screenshot. */
export function boxInOriginal(box: Box, { original, width }: DrawnCapture): Box {
  return scaledBox(box, original.width / width);
}

async function pixelsOf(
  screenshot: Uint8Array,
): Promise<{ pixels: Buffer; width: number; height: number; removed: string[] }> {
  try {
    const data = await sharp(screenshot).metadata();
    if ((data.pages ?? 1) > 1)
      throw new CaptureError('The picture moves. Take a still screenshot, best as PNG.');
    const upright = await sharp(screenshot)
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const removed = [
      ...(data.exif === undefined ? [] : ['EXIF']),
      ...(data.xmp === undefined ? [] : ['XMP']),
      ...(data.iptc === undefined ? [] : ['IPTC']),
      ...(data.icc === undefined ? [] : ['the colour profile']),
      ...(data.comments === undefined ? [] : ['texts']),
    ];
    const { width, height, channels } = upright.info;
    return { pixels: asThreeChannels(upright.data, channels), width, height, removed };
  } catch (error) {
    if (error instanceof CaptureError) throw error;
    throw new CaptureError(
      `The file is no picture that can be read (${error instanceof Error ? error.message : String(error)}). Expected a screenshot as PNG, JPEG, WebP or AVIF.`,
    );
  }
}

/** Pixels of grey as pixels of red, green and blue. */
function asThreeChannels(data: Buffer, channels: number): Buffer {
  if (channels === 3) return data;
  const pixels = Buffer.alloc((data.length / channels) * 3);
  for (let index = 0; index < pixels.length; index += 1)
    pixels[index] = data[Math.floor(index / 3) * channels] ?? 0;
  return pixels;
}

function cover(pixels: Buffer, width: number, box: Box): void {
  for (let row = box.y; row < box.y + box.height; row += 1) {
    const start = (row * width + box.x) * 3;
    pixels.fill(0, start, start + box.width * 3);
  }
}

/**
 * Writes pixels as PNG: every reviewer's program and browser shows it, nothing is lost, and
 * readers get AVIF and WebP made from it by the build. A palette is used where it loses
 * nothing and is smaller, or where the file would be too large otherwise.
 */
async function encode(
  data: Buffer,
  { width, height }: { width: number; height: number },
): Promise<{ bytes: Buffer; fewerColours: boolean }> {
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  const [full, palette] = await Promise.all([
    picture.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer(),
    picture.clone().png({ palette: true, quality: 100, effort: 10, dither: 0 }).toBuffer(),
  ]);
  const ofPalette = await sharp(palette).removeAlpha().toColourspace('srgb').raw().toBuffer();
  const isSame = ofPalette.equals(data);
  if (isSame && palette.length < full.length) return { bytes: palette, fewerColours: false };
  if (full.length <= largestPicture.bytes) return { bytes: full, fewerColours: false };
  if (palette.length <= largestPicture.bytes) return { bytes: palette, fewerColours: !isSame };
  throw new CaptureError(
    `The picture would have ${Math.ceil(palette.length / 1_000)} kB with 256 colours; at most ${largestPicture.bytes / 1_000} kB are allowed. Crop the screenshot to the dialog, without photos and charts.`,
  );
}
