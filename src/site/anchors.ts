import { recordGroups } from '../vocabulary/record-groups.ts';
import type { StepId } from '../vocabulary/steps.ts';
import { paths, withBase } from './urls.ts';

/** The pages of an exchange on which an anchor can stand. */
export type AnchorPage = 'guide' | 'record' | 'errors';

/** Where a text of an exchange is shown, so that its links to places of the exchange lead there. */
export interface TextPlace {
  /** The exchange that the text is about, as its folder is called. */
  readonly exchange: string;
  /** The page that shows it; undefined for one that is none of the exchange's own. */
  readonly on: AnchorPage | undefined;
}

/** Anchor of a question on the record. */
export function questionAnchor(id: string): string {
  return `question-${id}`;
}

/** Anchor of an entry of the list of sources. */
export function sourceAnchor(id: string): string {
  return `source-${id}`;
}

/**
 * On which page of an exchange an anchor stands: the one rule for links in texts and for
 * addresses of the time before path and record parted. Runs in the browser too.
 *
 * Input: an anchor without "#", also an unknown one. Output: its page; that of unknown ones
 * is the guide.
 */
export function pageOfAnchor(anchor: string): AnchorPage {
  if (/^(?:error-|troubleshooting$|not-documented$)/.test(anchor)) return 'errors';
  return /^(?:source|question)-/.test(anchor) || recordGroups.some((group) => group === anchor)
    ? 'record'
    : 'guide';
}

/** Paths of the pages of an exchange on which anchors stand, without the base path. */
const pathOf: Readonly<Record<AnchorPage, (exchange: string) => string>> = {
  guide: paths.exchange,
  record: paths.facts,
  errors: paths.exchangeErrors,
};

/**
 * A bare anchor (`#limits`) in a text of an exchange as a link of the page that shows it.
 *
 * Input: the anchor with its "#", the place of the text, and the base path of the site.
 * Output: the same where it stands on that page, else with the address of its page.
 */
export function anchorLink(anchor: string, { exchange, on }: TextPlace, base: string): string {
  const page = pageOfAnchor(anchor.slice(1));
  return page === on ? anchor : `${withBase(pathOf[page](exchange), base)}${anchor}`;
}

/** Anchor of an entry on the page of all errors of an exchange. */
export function errorAnchor(id: string): string {
  return `error-${id}`;
}

/** What an exchange has, by name: enough to tell the anchors of its pages. */
export interface AnchoredParts {
  /** The steps that its pages show. */
  readonly steps: readonly StepId[];
  /** Whether keys are made there. */
  readonly isActive: boolean;
  readonly errors: readonly string[];
  readonly questions: readonly string[];
  readonly sources: readonly string[];
}

/** Parts of a path beside its steps; at a closing exchange no key is made. */
export const pathParts = ['done', 'checklist'] as const;

/**
 * The anchors of the pages of an exchange, by page. A bare anchor in one of its texts may be
 * any of them ({@link anchorLink}).
 */
export function anchorsOf(parts: AnchoredParts): Readonly<Record<AnchorPage, readonly string[]>> {
  return {
    guide: [...parts.steps, ...(parts.isActive ? pathParts : [])],
    record: [
      ...recordGroups,
      ...parts.questions.map(questionAnchor),
      ...parts.sources.map(sourceAnchor),
    ],
    errors: parts.errors.map(errorAnchor),
  };
}

/** Sections of a concept beside its own headings. */
export const conceptSections = { questions: 'questions', sources: 'sources' } as const;

/** The anchors of a concept. Input: the texts of its headings, and what stands below them. */
export function conceptAnchors(concept: {
  readonly headings: readonly string[];
  readonly questions: number;
  readonly sources: readonly string[];
}): string[] {
  return [
    ...concept.headings.map(headingAnchor),
    ...(concept.questions > 0 ? [conceptSections.questions] : []),
    conceptSections.sources,
    ...concept.sources.map(sourceAnchor),
  ];
}

/**
 * The anchor that Astro gives a heading of Markdown that no other heading of the page
 * equals: that of GitHub (https://github.com/Flet/github-slugger).
 */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}
