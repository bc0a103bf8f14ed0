/**
 * Domains that guides may link to besides those of the exchange itself: where our
 * sources are published. Each with the reason why it is here; adding one is a
 * reviewed change.
 */
export const reviewedDomains: Readonly<Record<string, string>> = {
  '3commas.io':
    'A trading-bot vendor: its guides for exchanges, and its own notice of the 2022 leak.',
  'ai.google.dev':
    'Google documents its Gemini keys there; readers mistake them for those of the exchange.',
  'cheatsheetseries.owasp.org': 'Security standards of the OWASP project.',
  'coincraze.co': 'A trading-bot vendor: labels of the forms of exchanges.',
  'doc.tslab.pro': 'A trading platform: labels of the forms of exchanges.',
  'docs.aws.amazon.com': 'A cloud vendor: order of rotating a key.',
  'docs.byscript.io': 'A trading tool: labels of the forms of exchanges.',
  'docs.ccxt.com': 'A library that connects to exchanges: products and regions.',
  'docs.getsparx.io': 'A trading bot: labels of the forms of exchanges.',
  'docs.github.com': 'A code host: what to do about a leaked secret.',
  'docs.kraken.com': 'An exchange: permissions by purpose.',
  'docs.tealstreet.io': 'A trading terminal: labels of the forms of exchanges.',
  'docs.tread.fi': 'A trading platform: labels of the forms of exchanges.',
  'earningsfeed.com': 'Summaries of filings with the US securities regulator.',
  'gate.com': 'An exchange: settings of its accounts.',
  'gemini.com': 'An exchange: roles, addresses and two-factor sign-in.',
  'github.com': 'Repositories of exchanges and of tools that connect to them.',
  'hash-data.gitbook.io': 'A portfolio tool: labels of the forms of exchanges.',
  'help.haasonline.com': 'A trading-bot vendor: labels of the forms of exchanges.',
  'helpdesk.bitsgap.com': 'A trading-bot vendor: addresses and lifetimes of keys.',
  'huggingface.co': 'Data sets: an extract of the register of licensed firms of the EU.',
  'hummingbot.org': 'A trading bot: what it needs from exchanges.',
  'kucoin.com': 'An exchange: its passphrase.',
  'node40.atlassian.net': 'A tax tool: labels of the forms of exchanges.',
  'northpoint.fi': 'Press: exchanges that left the EU or were restricted there.',
  'readwrite.com': 'Press: regions that an exchange left.',
  'rotki.com': 'A portfolio tool: what it needs from exchanges.',
  'soar.trade': 'A trading tool: labels of the forms of exchanges.',
  'support.altrady.com': 'A trading tool: causes of errors.',
  'support.binance.us': 'An exchange: advice on keys.',
  'support.coinmatics.com': 'A copy-trading vendor: the order in which accounts and keys are made.',
  'support.cointracker.io': 'A tax tool: labels of the forms of exchanges.',
  'support.cryptact.com': 'A tax tool: labels of the forms of exchanges.',
  'support.kraken.com': 'An exchange: advice against phishing.',
  'support.ledgible.io': 'A tax tool: labels of the forms of exchanges.',
  'thepaypers.com': 'Press: regions that an exchange left.',
  'www.binance.com': 'An exchange: advice against phishing, and how thieves used keys.',
  'www.coindesk.com': 'Press: the closing of an exchange.',
  'www.fma.gv.at': 'A regulator: Austria, on an exchange in Vienna.',
  'www.gunbot.com': 'A trading-bot vendor: labels of the forms of exchanges.',
  'www.mintlify.com': 'Documentation of libraries that connect to exchanges.',
  'www.pymnts.com': 'Press: a country that an exchange left.',
  'www.rfc-editor.org': 'Internet standards.',
  'www.spendnode.io': 'Press: what an exchange told its customers in the EU.',
  'www.trendingtopics.eu': 'Press: an exchange in Vienna.',
};

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
