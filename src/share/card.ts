import type { Dictionary } from '../i18n/index.ts';
import { formatDay, formatMonth } from '../derive/dates.ts';
import type { GuidePage } from '../derive/guide-page.ts';
import type { RecordPage } from '../derive/record.ts';
import type { Partner } from '../schema/partner.ts';

/** What a share picture says: the picture that chats and networks show beside a link. */
export interface ShareCard {
  /** Above the title: what the page belongs to. */
  readonly topic: string;
  readonly title: string;
  /** Below the title, one after the other. */
  readonly facts: readonly string[];
  /** How many steps are drawn; 0 draws none. */
  readonly steps: number;
  /** Whether the topic warns, as that of an exchange that is closing, or of a made-up partner. */
  readonly warns: boolean;
}

/** A picture as the head of a page names it. */
export interface ShareImage {
  /** Path without the base path. */
  readonly path: string;
  /** The same in words. */
  readonly alt: string;
}

/** Width and height of every share picture, in pixels. */
export const shareImageSize = { width: 1200, height: 630 } as const;

/**
 * The picture of a page: `/og/gate/spot-trading.png` of `/gate/spot-trading/`.
 *
 * Input: the path of the page without the base path, its card, and the words of its language.
 */
export function shareImageOf(page: string, card: ShareCard, t: Dictionary): ShareImage {
  const name = page === '/' ? '/index' : page.replace(/\/$/, '');
  return { path: `/og${name}.png`, alt: t.share.alt(wordsOf(card)) };
}

/** Every text of a card, in reading order. */
export function wordsOf({ topic, title, facts }: ShareCard): string[] {
  return [topic, title, ...facts].filter((text) => text !== '');
}

/** The card of a guide page: for an exchange, a use case and maybe a partner. */
export function guideCard(page: GuidePage, t: Dictionary): ShareCard {
  const { exchange, guide, mode, partner, steps, useCase } = page;
  const { names, status } = exchange;
  const closes = status.state !== 'active';
  const month = formatMonth(guide.verification.date.slice(0, 7), t.locale);
  // Where no key is made, every step counts.
  const numbered = steps.filter(({ number }) => number !== undefined).length || steps.length;
  return {
    topic: closes
      ? t.share.status[status.state](names.name, formatDay(status.date, t.locale))
      : [names.name, useCase.label, ...exampleMark(partner?.partner, t)].join(' · '),
    title: t.guide.heading(page),
    facts: [
      ...(mode === 'refused' ? [] : [t.share.steps(numbered)]),
      ...(mode === 'create' ? [t.share.minutes(guide.minutes)] : []),
      t.share.verified[guide.verification.method](month),
    ],
    steps: numbered,
    warns: closes || partner?.partner.example === true,
  };
}

/** The card of the record of an exchange. */
export function recordCard({ exchange, guide }: RecordPage, t: Dictionary): ShareCard {
  const { names, status, sources } = exchange;
  const closes = status.state !== 'active';
  return {
    topic: closes
      ? t.share.status[status.state](names.name, formatDay(status.date, t.locale))
      : names.name,
    title: t.record.pageTitle(names.name),
    facts: [
      t.guide.sourcesCount(sources.length),
      t.guide.verified[guide.verification.method](formatDay(guide.verification.date, t.locale)),
    ],
    steps: 0,
    warns: closes,
  };
}

/** The card of the page on which clients of a partner choose their exchange. */
export function partnerCard(partner: Partner, t: Dictionary): ShareCard {
  return {
    topic: [t.partner.exchanges, ...exampleMark(partner, t)].join(' · '),
    title: t.partner.title(partner.name),
    facts: [
      t.share.exchanges(partner.exchanges.length),
      t.share.confirmed(formatDay(partner.checked, t.locale)),
    ],
    steps: 0,
    warns: partner.example,
  };
}

/** Says of an example that it is one: a picture is seen without its page. */
function exampleMark(partner: Partner | undefined, t: Dictionary): string[] {
  return partner?.example === true ? [t.share.example] : [];
}

/** The card of a concept. */
export function conceptCard(
  concept: { readonly title: string; readonly updated: string },
  t: Dictionary,
): ShareCard {
  return {
    topic: t.concepts.title,
    title: concept.title,
    facts: [t.concepts.updated(formatDay(concept.updated, t.locale))],
    steps: 0,
    warns: false,
  };
}

/** The card of the home page, and of every page without one of its own. */
export function siteCard(t: Dictionary): ShareCard {
  return {
    topic: '',
    title: t.home.title,
    facts: [t.footer.independent],
    steps: 0,
    warns: false,
  };
}
