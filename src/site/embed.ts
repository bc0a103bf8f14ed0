import { type GuidePage, type PageStep, stepOnPage } from '../derive/guide-page.ts';
import type { StepId } from '../vocabulary/steps.ts';

/** One step of a guide page, to be shown alone. */
export interface EmbeddedStep {
  /** The guide page that the step is part of. */
  readonly page: GuidePage;
  readonly id: StepId;
  readonly title: string;
  /** Undefined where this use case, or an exchange that is closing, has no such step. */
  readonly step: PageStep | undefined;
}

/**
 * A step of a guide, also one that the page itself is without: facts change which steps a
 * use case has, and addresses that others have built in must not go with them. Throws
 * where the guide has no such step.
 */
export function embeddedStep(page: GuidePage, id: StepId): EmbeddedStep {
  const listed = page.guide.steps.find((step) => step.id === id);
  if (listed === undefined)
    throw new Error(`[embed] The guide of ${page.exchange.slug} has no step "${id}".`);
  return { page, id, title: listed.title, step: stepOnPage(page, id) };
}

/**
 * Lets links to places of a guide lead there from another page.
 *
 * Input: HTML of a part of the guide, and the address of the guide. Output: the HTML with
 * whole addresses in place of bare anchors.
 */
export function withWholeAnchors(html: string, guide: string): string {
  return html.replaceAll(/(<a\b(?:\s+[\w-]+(?:="[^"]*")?)*?\s+href=")#/g, `$1${guide}#`);
}
