/** Most characters of a content file. The longest real guide has 20,000; this leaves room without letting a flood through. */
export const mostCharacters = 120_000;
