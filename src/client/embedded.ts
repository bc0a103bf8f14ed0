import { copyTexts } from './copy-text.ts';
import { showPrograms } from './programs.ts';
import { tellHeight } from './tell-height.ts';

/** A step in a frame of another page: what scripts add to it there. */
document.documentElement.dataset['scripts'] = 'on';
copyTexts(document);
showPrograms(document.body);
tellHeight();
