import type { GuidePage } from '../../derive/guide-page.ts';
import type { Phase } from '../../vocabulary/steps.ts';
import { any, counted } from './grammar.ts';
import { path } from './path.ts';

export const guide = {
  /** What the page is about; title and purpose ("for spot trading") are words of content. */
  heading: ({ mode, guide, useCase, exchange, partner, site }: GuidePage): string => {
    switch (mode) {
      case 'create':
        if (partner !== undefined)
          return path.titleFor(exchange.names.name, partner.partner.name, partner.keyNumber);
        return site.id === guide.verification.site
          ? path.title(exchange.names.name, useCase.purpose)
          : path.titleAt(
              path.title(exchange.names.name, useCase.purpose),
              new URL(site.address).host,
            );
      case 'refused':
        return `${exchange.names.name}: no guide for “${useCase.label}”`;
      case 'look-after':
        return exchange.status.state === 'keys-ended'
          ? `Keys on ${exchange.names.name} have ended`
          : guide.title;
    }
  },
  /** The link from the record of an exchange where no key is made. */
  afterEnd: ({
    exchange: { names, status },
    guide,
  }: Pick<GuidePage, 'exchange' | 'guide'>): string =>
    status.state === 'keys-ended' ? `Delete a key of ${names.name}` : guide.title,
  /** For search engines; the summary is words of content. */
  description: ({ exchange: { names, status }, guide }: GuidePage): string =>
    status.state === 'keys-ended'
      ? `API keys on ${names.name} have ended. What to use instead, and how to delete the old one.`
      : guide.summary,
  useCaseSwitch: 'What the key is for',
  verified: {
    documentation: (day: string) => `Checked against documentation on ${day}`,
    'live-account': (day: string) => `Walked through with a real account on ${day}`,
  },
  stale: (day: string, limit: number) =>
    `This guide was last checked on ${day}, more than ${limit} days ago. The exchange may look different today.`,
  statusNotice: {
    closing: (name: string, day: string) => `${name} is closing; announced for ${day}.`,
    closed: (name: string, day: string) => `${name} closed on ${day}.`,
    'keys-ended': (name: string, day: string) => `All API keys on ${name} ended on ${day}.`,
  },
  clearTicks: 'Clear all ticks',
  copied: 'Link copied',
  phases: {
    prepare: 'Prepare',
    create: 'Create the key',
    prove: 'Prove it',
    'look-after': 'Look after it',
  } satisfies Record<Phase, string>,
  code: 'Program to copy',
  note: 'Note',
  warning: 'Careful',
  sources: 'Sources',
  sourcesCount: (n: number) => counted(n, { one: '{n} source', other: '{n} sources' }),
  sourceDetails: (publisher: string, kind: string, day: string) =>
    `${publisher}. ${kind}, read ${day}.`,
  http: (statuses: readonly number[]) => `HTTP ${any(statuses.map(String))}`,
  goToStep: (title: string) => `Step: ${title}`,
  edit: 'Edit this page',
  report: 'Report a problem on this page',
  refusalOthers: 'What you can do here instead',
};
