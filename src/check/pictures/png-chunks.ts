/** A piece of a PNG file, by the four letters of its type. */
export interface PngChunk {
  readonly type: string;
  /** Offset of the byte behind the piece. */
  readonly end: number;
}

/**
 * The chunks of a PNG file up to its end mark.
 *
 * Input: the bytes of the file. Output: chunks in order; a damaged file has those before
 * the damage. Source: https://www.w3.org/TR/png-3/#5Chunk-layout.
 */
export function pngChunks(bytes: Uint8Array): PngChunk[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let offset = 8;
  while (offset + 12 <= view.length) {
    const type = view.toString('latin1', offset + 4, offset + 8);
    const end = offset + 12 + view.readUInt32BE(offset);
    if (end > view.length) break;
    chunks.push({ type, end });
    if (type === 'IEND') break;
    offset = end;
  }
  return chunks;
}
