/** Whether a host is a domain or one of its subdomains. `notgate.com` is not one of `gate.com`. */
export function isWithinDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether an address is https, without user name, on one of the domains. */
export function isOnDomains(url: string, domains: readonly string[]): boolean {
  // Browsers also read "https:host" and "https:\\host" as addresses; people would not.
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) return false;
  const { username, password, port, hostname } = new URL(url);
  return (
    username === '' &&
    password === '' &&
    port === '' &&
    domains.some((domain) => isWithinDomain(hostname, domain))
  );
}
