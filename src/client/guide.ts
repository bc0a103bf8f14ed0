import { followBar } from './bar.ts';
import { copyStepLinks } from './copy-link.ts';
import { copyTexts } from './copy-text.ts';
import { leadOnMovedAnchors } from './moved-anchor.ts';
import { leadOnAnchors } from './old-anchors.ts';
import { openTarget } from './open-target.ts';
import { showPrograms } from './programs.ts';
import { keepTicks } from './ticks.ts';

leadOnMovedAnchors();
const page = document.querySelector<HTMLElement>('[data-guide]');
if (page !== null) {
  leadOnAnchors(page);
  keepTicks(page);
  copyStepLinks(page);
  copyTexts(page);
  showPrograms(page);
  openTarget();
  followBar(page);
}
