import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

/** The made-up content of the fixture site, laid out before it is built. */
export const fixtureSiteContent = path.resolve('.cache/test-content');

/** Folder under which the fixture site has the template: its name in lowercase. */
export const templateCopySlug = 'template-exchange';

/**
 * Lays out the made-up content with a copy of the template beside it, under a name that
 * is published. The template itself is not there, so nothing tells that the copy is one.
 */
export async function layOutFixtureContent(): Promise<void> {
  await rm(fixtureSiteContent, { recursive: true, force: true });
  await cp('tests/fixtures/content', fixtureSiteContent, { recursive: true });
  await cp(
    'content/exchanges/_template',
    path.join(fixtureSiteContent, 'exchanges', templateCopySlug),
    { recursive: true },
  );
}
