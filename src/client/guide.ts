import { copyStepLinks } from './copy-link.ts';
import { copyTexts } from './copy-text.ts';
import { followContents } from './follow-contents.ts';
import { openTarget } from './open-target.ts';
import { reportStep } from './report-step.ts';
import { keepTicks } from './ticks.ts';

const page = document.querySelector<HTMLElement>('[data-guide]');
if (page !== null) {
  keepTicks(page);
  followContents(page);
  copyStepLinks(page);
  copyTexts(page);
  openTarget();
  reportStep(page);
}
