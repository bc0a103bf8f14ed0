/**
 * The name of an ICC colour profile, such as "sRGB IEC61966-2.1"; empty where it has none.
 *
 * Input: the bytes of the profile. Never throws.
 * Source: ICC.1:2022, 7.3 (tag table), 10.15 (multiLocalizedUnicodeType); ICC.1:2001-04,
 * 6.5.17 (textDescriptionType).
 */
export function colourProfileName(profile: Uint8Array): string {
  const view = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  const text = descriptionOf(view);
  return text.replaceAll('\0', '').trim();
}

function descriptionOf(view: Buffer): string {
  if (view.length < 132) return '';
  const tags = Math.min(view.readUInt32BE(128), Math.floor((view.length - 132) / 12));
  for (let index = 0; index < tags; index += 1) {
    const entry = 132 + index * 12;
    if (view.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const start = view.readUInt32BE(entry + 4);
    if (start + 28 > view.length) return '';
    const type = view.toString('latin1', start, start + 4);
    if (type === 'desc') {
      const length = view.readUInt32BE(start + 8);
      return view.toString('latin1', start + 12, Math.min(start + 12 + length, view.length));
    }
    if (type !== 'mluc') return '';
    const from = start + view.readUInt32BE(start + 24);
    const bytes = Buffer.from(view.subarray(from, from + view.readUInt32BE(start + 20)));
    // The text is UTF-16, high byte first; Node reads it low byte first.
    return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
  }
  return '';
}
