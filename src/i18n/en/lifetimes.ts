import type { Lifetime } from '../../schema/exchange.ts';
import { any, days } from './grammar.ts';

type Ends = Record<Lifetime['from'], (which: string, days: string) => string>;

/** What ends, how, and counted from when; `which` names keys. */
const ends: Record<Lifetime['effect'], Ends> = {
  disabled: {
    creation: (which, days) => `${which} is disabled ${days} after it was made.`,
    inactivity: (which, days) => `${which} is disabled after ${days} without use.`,
    'not-documented': (which, days) =>
      `${which} is disabled after ${days} (from when is not documented).`,
  },
  deleted: {
    creation: (which, days) => `${which} is deleted ${days} after it was made.`,
    inactivity: (which, days) => `${which} is deleted after ${days} without use.`,
    'not-documented': (which, days) =>
      `${which} is deleted after ${days} (from when is not documented).`,
  },
  expired: {
    creation: (which, days) => `${which} expires ${days} after it was made.`,
    inactivity: (which, days) => `${which} expires after ${days} without use.`,
    'not-documented': (which, days) =>
      `${which} expires after ${days} (from when is not documented).`,
  },
};

const keys: Record<Lifetime['keys'], string> = {
  all: 'Every key',
  bound: 'A key with bound addresses',
  unbound: 'A key without bound addresses',
};

const keysWith: Record<Lifetime['keys'], (permissions: string) => string> = {
  all: (permissions) => `Every key that has ${permissions} on`,
  bound: (permissions) => `A key with bound addresses that has ${permissions} on`,
  unbound: (permissions) => `A key without bound addresses that has ${permissions} on`,
};

export const lifetimes = {
  /** `labels` are those of the permissions that the lifetime is limited to, if any. */
  entry: (item: Lifetime, labels: readonly string[]): string =>
    ends[item.effect][item.from](
      labels.length === 0 ? keys[item.keys] : keysWith[item.keys](any(labels)),
      days(item.days),
    ),
  none: 'No end by itself is documented.',
  endsOnWhy: (day: string, why: string) => `All keys end on ${day}. ${why}`,
  warns: (how: string) => `Warning: ${how}`,
  renews: (how: string) => `Renewal: ${how}`,
};
