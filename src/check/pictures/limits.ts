/**
 * The largest picture of a capture. Pages show it at most 704 CSS pixels wide
 * (src/components/screen/Capture.astro), so twice that is sharp on every display. The
 * height leaves room for a long form on a phone; the bytes are far more than a drawing
 * of text on plain areas needs, and keep clones of the repository small. A dialog is read
 * within a few seconds; noise of a few kilobytes would take many minutes.
 */
export const largestPicture = { width: 1_408, height: 3_200, bytes: 400_000, seconds: 60 } as const;
