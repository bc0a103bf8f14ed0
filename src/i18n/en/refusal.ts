import type { Refusal } from '../../derive/permission-settings.ts';
import { hole, sentence } from '../sentence.ts';
import { can } from './capabilities.ts';

export const refusal = {
  title: 'Why',
  reason: (refusal: Refusal): string => {
    switch (refusal.kind) {
      case 'stated':
        return refusal.reason;
      case 'no-permission':
        return `No permission of this exchange lets a key ${can(refusal.missing)}.`;
      case 'only-with-forbidden':
        return `Every permission that lets a key ${can(refusal.missing)} also lets it ${can(refusal.forbidden)}.`;
      case 'fixed-forbidden':
        return `The permission “${refusal.permission.label}” cannot be switched off, and it lets every key ${can(refusal.forbidden)}.`;
      case 'excluded':
        return `The permissions that would let one key ${can(refusal.missing)} cannot be combined.`;
    }
  },
  /** Another use that the exchange serves, and who needs it. */
  instead: (who: string) => sentence`${hole('useCase')}: ${who}`,
  advice:
    'We do not show an approximation: a key that can do more than was asked for is a risk to your money.',
};
