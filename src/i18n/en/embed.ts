import { row } from './grammar.ts';

export const embed = {
  title: 'Show a step in your own app',
  description:
    'Each step of each guide has a page of its own, to be shown in a frame beside your own form: always the present text, without navigation.',
  place: (n: number, total: number) => `Step ${n} of ${total}`,
  without: 'This step is not part of this guide, or no longer. The whole guide has the way.',
  /** A step by its title, in a guide or at an exchange: for titles of pages and frames. */
  stepOf: (whole: string, step: string) => `${whole}: ${step}`,
  whole: (title: string) => `The whole guide: ${title}`,
  frame: 'The frame',
  frameText:
    'Two pieces for your page. Write a title: screen readers announce it. Choose the step, and the exchange, in the address.',
  style: 'The style of the frame',
  height: 'The height',
  heightText: 'Nothing of ours runs in your page. The height can follow the text in three ways:',
  heightBrowser:
    'By the browser alone: Chrome and its relatives from version 154 on (September 2026) size the frame by “frame-sizing” when it is loaded and when its content changes. When only the width changes, as on a phone that is turned, the height stays and the step scrolls inside the frame (Chromium 156, tried in November 2026). Firefox and Safari do not know “frame-sizing” yet, and take the fixed height of the style above.',
  heightMessage:
    'By a message: the frame posts its height when it is shown and whenever it changes, also with the width. The lines below listen, in every browser; they are yours, and load nothing.',
  heightFixed:
    'Not at all: with the fixed height, what is longer scrolls inside the frame. That is most steps on a phone.',
  addresses: 'Addresses',
  addressesText:
    'Exchange and step; exchange, use case and step; or for, your name as a partner, exchange and step. Without a use case it is the usual one of the guide.',
  useCases: (ids: readonly string[]) => `Use cases: ${row(ids)}.`,
  promises: 'What you can rely on',
  promisesList: {
    addresses:
      'Addresses stay. Where a use case is without a step, the frame says so and links to the guide.',
    links: 'Links open in a tab beside your page, not inside the frame.',
    nothing:
      'No cookie, no tracker, nothing from elsewhere. The frame cannot read your page, and has no field.',
    only: 'Only these pages may be framed. All others refuse, where the host of this site can send headers.',
    colours: 'Colours follow the device of the reader, light or dark.',
  },
  steps: 'All steps',
};
