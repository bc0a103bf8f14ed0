import type { StepId } from '../vocabulary/steps.ts';

/**
 * Every anchor that texts may link to: the only list of them. Components give these ids to
 * what they draw; the checks refuse a link to any other.
 */

/** Sections that every guide has, whatever its facts. */
export const guideSections = [
  'before-you-start',
  'troubleshooting',
  'questions',
  'lifetimes',
  'limits',
  'sources',
] as const;

/** Sections of guides where keys are made; at a closing exchange there are none to make. */
export const creatingSections = ['at-a-glance', 'checklist'] as const;

/** Parts of a guide that it has where the facts have something to say in them. */
export const furtherSections = { sites: 'sites', testEnvironment: 'test-environment' } as const;

/** Sections of a concept beside its own headings. */
export const conceptSections = { questions: 'questions', sources: 'sources' } as const;

/** The anchor of an entry of a list, by the list. */
export const entryAnchors = {
  source: (id: string) => `source-${id}`,
  error: (id: string) => `error-${id}`,
  question: (id: string) => `question-${id}`,
} as const;

/** What a guide has, by name: enough to tell its anchors. */
export interface GuideParts {
  /** The steps that its pages show. */
  readonly steps: readonly StepId[];
  /** Whether keys are made there. */
  readonly isActive: boolean;
  readonly errors: readonly string[];
  readonly questions: readonly string[];
  readonly sources: readonly string[];
  /** How many legal entities or regions it tells of. */
  readonly sites: number;
  readonly hasTestEnvironment: boolean;
}

/** The anchors of a guide, those of steps first. */
export function guideAnchors(guide: GuideParts): string[] {
  return [
    ...guide.steps,
    ...guideSections,
    ...(guide.isActive ? creatingSections : []),
    ...(guide.sites > 1 ? [furtherSections.sites] : []),
    ...(guide.hasTestEnvironment ? [furtherSections.testEnvironment] : []),
    ...guide.errors.map(entryAnchors.error),
    ...guide.questions.map(entryAnchors.question),
    ...guide.sources.map(entryAnchors.source),
  ];
}

/** The anchors of the page of all errors of an exchange. */
export function errorPageAnchors({ errors }: Pick<GuideParts, 'errors'>): string[] {
  return errors.map(entryAnchors.error);
}

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
    ...concept.sources.map(entryAnchors.source),
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
