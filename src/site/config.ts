/**
 * Where this copy of the site lives. Read from the environment when the site is
 * built, so that a fork or another host changes no code.
 */
export interface SiteConfig {
  /** Origin of the published site; used in canonical links and the sitemap. */
  readonly origin: string;
  /** Base path with slashes at both ends: "/" or "/guides/". */
  readonly base: string;
  /** Address of the repository, for edit and report links; undefined hides them. */
  readonly repository: string | undefined;
  /** Whether Netlify builds the site; its redirects are written in another form. */
  readonly onNetlify: boolean;
  /** Whether partner profiles that are examples have pages. */
  readonly examplePartners: boolean;
}

/** The variables of the environment, as process.env has them. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the port at which this computer serves the site.
 *
 * Input: the environment variable PORT. Output: its number; 4321 without it. Throws where
 * it is no number from 1 to 65535.
 */
export function readPort(env: Environment): number {
  const written = env['PORT'] || '4321';
  const port = Number(written);
  if (!/^[0-9]+$/.test(written) || port < 1 || port > 65_535)
    throw new Error(`[site] PORT is "${written}"; expected a number from 1 to 65535.`);
  return port;
}

/**
 * Reads the configuration.
 *
 * Input: environment variables SITE_URL, BASE_PATH, REPOSITORY_URL and EXAMPLE_PARTNERS.
 * In GitHub Actions the repository is known without its own; NETLIFY is set by Netlify.
 * Without SITE_URL the site lives on this computer, at the port that PORT names.
 * Output: the configuration. Throws where an address is not one, and where
 * EXAMPLE_PARTNERS is neither yes nor no.
 */
export function readSiteConfig(env: Environment): SiteConfig {
  const origin = env['SITE_URL'] || `http://localhost:${readPort(env)}`;
  if (!/^https?:\/\/[^/]/.test(origin) || !URL.canParse(origin))
    throw new Error(
      `[site] SITE_URL is "${origin}"; expected an address such as https://example.org.`,
    );
  const path = env['BASE_PATH'] || '/';
  const inner = path.replace(/^\/+|\/+$/g, '');
  const actions =
    env['GITHUB_SERVER_URL'] && env['GITHUB_REPOSITORY']
      ? `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`
      : undefined;
  const repository = env['REPOSITORY_URL'] || actions;
  if (repository !== undefined && !URL.canParse(repository)) {
    throw new Error(
      `[site] REPOSITORY_URL is "${repository}"; expected the address of the repository.`,
    );
  }
  const examples = env['EXAMPLE_PARTNERS'] || 'yes';
  if (examples !== 'yes' && examples !== 'no') {
    throw new Error(`[site] EXAMPLE_PARTNERS is "${examples}"; expected "yes" or "no".`);
  }
  return {
    origin: new URL(origin).origin,
    base: inner === '' ? '/' : `/${inner}/`,
    repository: repository?.replace(/\/$/, ''),
    onNetlify: env['NETLIFY'] === 'true',
    examplePartners: examples === 'yes',
  };
}
