import { closeBarWhenDone } from './bar.ts';

const bar = document.querySelector<HTMLElement>('[data-bar]');
if (bar !== null) closeBarWhenDone(bar);
