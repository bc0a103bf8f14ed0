import { domainToUnicode } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { parse } from 'tldts';
import { isWithinDomain } from '../derive/domains.ts';

const shorteners = [
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  't.co',
  't.me',
  'tiny.cc',
  'tinyurl.com',
];

const referralParameters =
  /^(?:utm_\w+|ref|refer|referral|referral_?code|ref_?id|ref_?by|invite|invite_?code|invitation|inviter|aff|aff_?id|affiliate|affiliate_?id|channel|partner|promo|promo_?code|campaign)$/i;
const redirectParameters =
  /^(?:url|uri|link|redirect|redirect_?(?:url|uri|to)|return|return_?(?:url|to)|next|goto|dest|destination|continue|target|callback)$/i;

/**
 * Why an address must not be linked to, as the end of a sentence ("…, which …").
 *
 * Input: the address as written and the official domains. Output: the reason where it
 * is more than being elsewhere: a trick, another scheme, a shortener; undefined where
 * the address is an ordinary one.
 */
export function suspicion(url: string, official: readonly string[]): string | undefined {
  if (!URL.canParse(url)) return relativeFault(url);
  const { protocol, username, hostname, port } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return `uses "${protocol}", not https`;
  if (username !== '') return `has a name before "@": the browser goes to ${hostname}`;
  if (port !== '') return `names the port ${port}`;
  if (shorteners.some((domain) => isWithinDomain(hostname, domain))) return 'hides where it leads';
  if (official.some((domain) => isWithinDomain(hostname, domain))) {
    return protocol === 'http:' ? 'is http, not https' : undefined;
  }
  if (hostname.includes('xn--')) {
    return `has letters of another alphabet: the browser shows ${domainToUnicode(hostname)}`;
  }
  const resembled = official.flatMap((domain) => resemblance(hostname, domain) ?? [])[0];
  return resembled ?? (protocol === 'http:' ? 'is http, not https' : undefined);
}

/** What is wrong with an address without a scheme: browsers read it as a part of this site's, or "//host" as a host. */
function relativeFault(url: string): string {
  const site = 'https://this-site.invalid';
  const host = URL.canParse(url, site) ? new URL(url, site).host : '';
  if (host === '') return 'is no address that a browser understands';
  return host === 'this-site.invalid'
    ? 'is neither a whole address nor a path that starts with "/"'
    : `leads to ${host}`;
}

/**
 * Why an address on an official domain must not be linked to: it earns somebody
 * something, or leads elsewhere. Undefined where it does neither.
 */
export function parameterFault(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  for (const [name, value] of new URL(url).searchParams) {
    if (referralParameters.test(name)) return `carries the referral parameter "${name}"`;
    if (redirectParameters.test(name) && /^(?:https?:|\/\/|\\)/i.test(value)) {
      return `redirects to ${value}`;
    }
  }
  return undefined;
}

/** How a host resembles an official domain without being on it. */
function resemblance(host: string, official: string): string | undefined {
  if (`.${host}.`.includes(`.${official}.`))
    return `begins with ${official}, but belongs to ${parse(host).domain ?? host}`;
  const [theirs, ours] = [labelOf(host), labelOf(official)];
  if (theirs === ours) return `has another ending than ${official}`;
  if (theirs.split('-').includes(ours) || (ours.length > 3 && theirs.includes(ours))) {
    return `adds something to the name of ${official}`;
  }
  if (plainLetters(theirs) === plainLetters(ours))
    return `writes ${official} with letters that look alike`;
  if (ours.length > 3 && distance(theirs, ours) === 1) return `is one letter away from ${official}`;
  return undefined;
}

/** The name that was registered, without its ending: "gate" of "www.gate.com". */
function labelOf(host: string): string {
  return parse(host).domainWithoutSuffix ?? host.split('.').at(-2) ?? host;
}

/** Letters and digits that are taken for one another, made the same. */
export function plainLetters(label: string): string {
  return label
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[0o]/g, 'o')
    .replaceAll(/[1il|]/g, 'l')
    .replaceAll(/[5s]/g, 's')
    .replaceAll(/[3e]/g, 'e')
    .replaceAll(/[4a]/g, 'a')
    .replaceAll(/[8b]/g, 'b')
    .replaceAll('-', '');
}
