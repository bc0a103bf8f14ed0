/** The kinds of picture that browsers show, by the ending of their files. */
export const pictureKinds = {
  png: { name: 'PNG' },
  jpg: { name: 'JPEG' },
  webp: { name: 'WebP' },
  avif: { name: 'AVIF' },
} as const;

export type PictureKind = keyof typeof pictureKinds;

/** Tells whether an ending (without the dot) is one of a picture. */
export function isPictureKind(ending: string): ending is PictureKind {
  return Object.hasOwn(pictureKinds, ending);
}

/**
 * The kind of picture that a file is by its first bytes, whatever its name says;
 * undefined where it is none.
 * Source: https://www.iana.org/assignments/media-types and the specifications named there
 * (PNG signature, JPEG SOI marker, RIFF form type, ISO base media file type box).
 */
export function kindOfBytes(bytes: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (head.startsWith('ftypavif', 4) || head.startsWith('ftypavis', 4)) return 'avif';
  return undefined;
}
