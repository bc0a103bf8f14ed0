import { en } from './en.ts';

/** The text of the interface. English is the only language so far. */
export const t = en;
