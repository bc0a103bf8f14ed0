import { errorKinds } from './errors.ts';
import { factKinds } from './facts.ts';
import { fileKinds } from './files.ts';
import type { Kind } from './kind.ts';
import { listKinds } from './lists.ts';
import { profileKinds } from './profiles.ts';
import { stepKinds } from './steps.ts';
import { structureKinds } from './structure.ts';
import { textKinds } from './texts.ts';

/** Every kind of damage that the check must report. */
export const kinds: readonly Kind[] = [
  ...textKinds,
  ...stepKinds,
  ...factKinds,
  ...errorKinds,
  ...profileKinds,
  ...fileKinds,
  ...listKinds,
  ...structureKinds,
];
