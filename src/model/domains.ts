/**
 * Domains that guides may link to besides those of the exchange itself: where our
 * sources are published. Each with the reason why it is here; adding one is a
 * reviewed change.
 */
export const reviewedDomains: Readonly<Record<string, string>> = {
  'github.com': 'Repositories of exchanges and of tools that connect to them.',
  'www.rfc-editor.org': 'Internet standards.',
};

/** Whether a host is a domain or one of its subdomains. `notgate.com` is not one of `gate.com`. */
export function isWithinDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether an address is https, without user name, on one of the domains. */
export function isOnDomains(url: string, domains: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, port, hostname } = new URL(url);
  return (
    protocol === 'https:' &&
    username === '' &&
    password === '' &&
    port === '' &&
    domains.some((domain) => isWithinDomain(hostname, domain))
  );
}
