import type { GuidePage, PageStep } from '../derive/guide-page.ts';
import type { StepId } from '../vocabulary/steps.ts';

/** Type of the message that an embedded step sends to the page around it. */
export const heightMessageType = 'exchange-setup-guides:height';

/** One step of a guide page, to be shown alone; undefined where the page is without it. */
export interface EmbeddedStep<Image = unknown> {
  /** The guide page that the step is part of. */
  readonly page: GuidePage<Image>;
  readonly id: StepId;
  readonly title: string;
  /** Undefined where this use case, or an exchange that is closing, has no such step. */
  readonly step: PageStep | undefined;
}

/**
 * Every step that can be embedded from a guide page: all steps of the guide, also those
 * that the page itself is without. Facts change which steps a use case has; addresses
 * that others have built in must not go with them.
 */
export function embeddedSteps<Image>(page: GuidePage<Image>): EmbeddedStep<Image>[] {
  return page.guide.steps.map(({ id, title }) => ({
    page,
    id,
    title,
    step: page.steps.find((step) => step.id === id),
  }));
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
