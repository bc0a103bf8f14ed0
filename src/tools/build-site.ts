import { run } from './run.ts';

/** A site to build: where it goes and what differs from the plain build. */
export interface SiteBuild {
  /** Folder of the built site. */
  readonly folder: string;
  /** Variables such as BASE_PATH and CONTENT_DIR. */
  readonly env: Record<string, string>;
}

/**
 * Builds one site from scratch. A cache of its own keeps the content of one build out
 * of another.
 *
 * Output: undefined, or what the build said where it failed.
 */
export async function buildSite({ folder, env }: SiteBuild): Promise<string | undefined> {
  const { status, output } = await run('astro', ['build', '--force'], {
    env: { ...env, OUT_DIR: folder, CACHE_DIR: `${folder}-cache` },
  });
  return status === 0 ? undefined : output;
}
