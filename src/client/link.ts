import { copyTexts } from './copy-text.ts';
import { makeLinks } from './link-maker.ts';

const maker = document.querySelector<HTMLElement>('[data-link-maker]');
if (maker !== null) {
  makeLinks(maker);
  copyTexts(maker);
}
