import type { Rule } from '../rule.ts';

export const altText: Rule = {
  meaning:
    'The text alternative of a screen or capture says what to do there, and no two are alike.',
  mend: 'Write one sentence that tells somebody who does not see the picture what to do.',
  example: 'alt: Screenshot of the form',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide, screens }) => {
      const screenAlts = (screens?.value?.screens ?? []).map((screen, index) => ({
        file: screens,
        path: ['screens', index, 'alt'],
        alt: screen.alt,
      }));
      const captureAlts = (guide?.value?.captures ?? []).map((capture, index) => ({
        file: guide,
        path: ['captures', index, 'alt'],
        alt: capture.alt,
      }));
      return [screenAlts, captureAlts].flatMap((list) =>
        list.flatMap(({ file, path, alt }, position) => {
          if (file === undefined) return [];
          const same = list.findIndex((other) => other.alt === alt);
          const message =
            same < position
              ? 'Another picture of this guide has the same text alternative.'
              : (faultOf(alt) ?? '');
          return message === ''
            ? []
            : [
                {
                  ...file.at(path),
                  message,
                  help: 'Say in one sentence what to do there: "Choose API Management in the menu".',
                },
              ];
        }),
      );
    }),
};

function faultOf(alt: string): string | undefined {
  if (/^(?:a |an |the )?(?:screenshot|screen|picture|image|drawing|photo)\b/i.test(alt)) {
    return `The text alternative "${alt}" says that there is a picture, not what to do.`;
  }
  if (alt.split(/\s+/).length < 4)
    return `The text alternative "${alt}" is too short to tell what to do.`;
  return undefined;
}
