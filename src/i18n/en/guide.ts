import type { GuidePage } from '../../derive/guide-page.ts';
import type { Phase } from '../../vocabulary/steps.ts';
import { hole, sentence } from '../sentence.ts';
import { all, any, counted } from './grammar.ts';
import { path } from './path.ts';

export const guide = {
  nameAndFormer: (name: string, former: readonly string[]) => `${name}, formerly ${all(former)}`,
  /** What the page is about; title and purpose ("for spot trading") are words of content. */
  heading: ({ mode, guide, useCase, exchange, partner, site }: GuidePage): string => {
    switch (mode) {
      case 'create':
        if (partner !== undefined) return path.titleFor(exchange.names.name, partner.partner.name);
        return site.id === guide.verification.site
          ? path.title(exchange.names.name, useCase.purpose)
          : path.titleAt(
              path.title(exchange.names.name, useCase.purpose),
              new URL(site.address).host,
            );
      case 'refused':
        return `${exchange.names.name} has no key for “${useCase.label}”`;
      case 'look-after':
        return guide.title;
    }
  },
  useCaseSwitch: 'What the key is for',
  minutes: (n: number) => counted(n, { one: 'About {n} minute', other: 'About {n} minutes' }),
  addressBarSays: sentence`Your address bar must say ${hole('host')}`,
  verified: {
    documentation: (day: string) => `Checked against documentation on ${day}`,
    'live-account': (day: string) => `Walked through with a real account on ${day}`,
  },
  /** `verified` is one of the above. */
  verifiedAt: (verified: string, site: string, face: 'web' | 'app') =>
    face === 'web' ? `${verified} (${site}, in a browser)` : `${verified} (${site}, in the app)`,
  notLive:
    'Nobody has walked through it with a real account yet, so a label may differ on your screen.',
  stale: (day: string, limit: number) =>
    `This guide was last checked on ${day}, more than ${limit} days ago. The exchange may look different today.`,
  statusNotice: {
    closing: (name: string, day: string) => `${name} is closing; announced for ${day}.`,
    closed: (name: string, day: string) => `${name} closed on ${day}.`,
  },
  sites: 'Which site are you on?',
  sitesIntro:
    'Accounts and keys belong to one site. This guide walks through the first; the others may look different.',
  glance: {
    title: 'What you will set',
    on: 'Switch on',
    onRest: 'Everything else stays off.',
    never: 'Never switch on',
    neverWhy: 'No tool needs it for this.',
    noNever: 'No permission here moves funds out.',
    presets: (labels: readonly string[]) =>
      `On when the form opens, to be switched off: ${all(labels)}.`,
    addresses: 'Addresses',
    save: 'You will save',
    once: (labels: readonly string[]) => `${all(labels)}: shown once.`,
    confirm: 'You will confirm with',
    ends: 'The key ends',
    neverEnds: 'No end is documented.',
  },
  before: 'Before you start',
  caveat: 'For this use',
  contents: 'Contents',
  /** The page fills in how many. */
  progressOf: (total: number) => `{done} of ${total} done`,
  progressLabel: 'Steps done',
  clearTicks: 'Clear all ticks',
  step: (n: number) => `Step ${n}: `,
  stepDone: (n: number) => `Step ${n} is done`,
  linkToStep: (title: string) => `Link to “${title}”`,
  copyPage: 'Copy the link to this page',
  copied: 'Link copied',
  phases: {
    prepare: 'Prepare',
    create: 'Create the key',
    prove: 'Prove it',
    'look-after': 'Look after it',
  } satisfies Record<Phase, string>,
  code: 'Program to copy',
  note: 'Note',
  more: 'Looks different? Why this?',
  warning: 'Careful',
  sources: 'Sources',
  sourcesCount: (n: number) => counted(n, { one: '{n} source', other: '{n} sources' }),
  sourceDetails: (publisher: string, kind: string, day: string) =>
    `${publisher}. ${kind}, read ${day}.`,
  troubleshooting: 'If something goes wrong',
  troubleshootingIntro: 'Look for the words or the code that you see.',
  pasteError: 'Or paste the whole message.',
  http: (statuses: readonly number[]) => `HTTP ${any(statuses.map(String))}`,
  goToStep: (title: string) => `Step: ${title}`,
  edit: 'Edit this page',
  report: 'Report a problem on this page',
  fileIs: sentence`File: ${hole('file')}`,
  refusalOthers: 'What you can do here instead',
};
