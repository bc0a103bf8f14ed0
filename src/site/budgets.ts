/**
 * What the first visit of a page may load: bytes as a host with brotli sends them, and
 * requests. `npm run bench` measures it in a browser, the tests of the site by its files.
 */
export const firstVisit = { bytes: 20_000, requests: 4 } as const;

/** Of these, the HTML and the styles of a path together, and its scripts. */
export const pathBytes = { page: 14_600, scripts: 4_000 } as const;

/** Most bytes of a picture that networks show beside a link. */
export const sharePictureBytes = 100_000;

/** What a step of the path holds at most; the checks hold authors to it. */
export const stepLimits = {
  actions: 5,
  actionWords: 25,
  warningWords: 40,
  screens: 2,
  ready: 4,
} as const;

/** Words of one numbered action, about; a longer one that is worded from facts becomes a list. */
export const mostActionWords = 20;

/**
 * How far a reader scrolls on a path, in screens of 390 × 844 px: until the first action
 * begins, until the last action that creates the key ends (more where many windows are
 * drawn), in all; and the words that are visible, drawings included.
 */
export const pathGoals = {
  firstAction: 1,
  saved: 5,
  savedWithManyWindows: 6,
  manyWindows: 8,
  whole: 8,
  words: 550,
} as const;

/** How many times its goal a length of a path may be before the tests fail. */
export const mostOverGoal = 1.2;
