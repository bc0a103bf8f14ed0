/**
 * What the first visit of a page may load: bytes as a host with brotli sends them, and
 * requests. `npm run bench` measures it in a browser, the tests of the site by its files.
 */
export const firstVisit = { bytes: 24_000, requests: 5 } as const;

/** Most bytes of a picture that networks show beside a link. */
export const sharePictureBytes = 100_000;
