import type { GuidePage } from './derive/guide-page.ts';

/**
 * The guide page that is being rendered. Components in MDX have no parent that could
 * pass it on.
 *
 * Input: `Astro.locals`. Throws, with the component's name, outside a guide page.
 */
export function guidePageOf(locals: App.Locals, component: string): GuidePage<ImageMetadata> {
  if (locals.guidePage === undefined) {
    throw new Error(`[${component}] This component belongs in a guide; here is no guide page.`);
  }
  return locals.guidePage;
}
