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

/**
 * Reads the configuration.
 *
 * Input: environment variables SITE_URL, BASE_PATH, REPOSITORY_URL and EXAMPLE_PARTNERS.
 * In GitHub Actions the repository is known without its own; NETLIFY is set by Netlify.
 * Output: the configuration. Throws where an address is not one, and where
 * EXAMPLE_PARTNERS is neither yes nor no.
 */
export function readSiteConfig(env: Readonly<Record<string, string | undefined>>): SiteConfig {
  const origin = env['SITE_URL'] || 'http://localhost:4321';
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
