import { expect, test } from 'playwright/test';
import { isOnDomains, isWithinDomain } from '../../../src/derive/domains.ts';

const official = ['gate.com', 'gateio.ws'];

test.describe('on the domains are', () => {
  for (const url of [
    'https://gate.com',
    'https://gate.com/',
    'https://www.gate.com/myaccount?tab=keys#new',
    'https://a.b.gate.com/',
    'https://api.gateio.ws/api/v4',
    // Browsers read host names without regard to case.
    'HTTPS://WWW.GATE.COM/',
    // The port that https has anyway.
    'https://gate.com:443/',
  ]) {
    test(url, () => expect(isOnDomains(url, official)).toBe(true));
  }
});

test.describe('not on the domains are', () => {
  const tricks: Record<string, string> = {
    'a domain that ends with the same letters': 'https://notgate.com/',
    'a domain with the same beginning': 'https://gate.com.example.net/',
    'a hyphen in place of a dot': 'https://www-gate.com/',
    'the domain under another ending': 'https://gate.co/',
    'the domain as user name': 'https://gate.com@example.net/',
    'the domain as user name and password': 'https://www.gate.com:443@example.net/',
    'a user name before the domain': 'https://reader@gate.com/',
    'a password before the domain': 'https://:secret@gate.com/',
    'another port': 'https://gate.com:8443/',
    'plain http': 'http://gate.com/',
    'another scheme': 'ftp://gate.com/',
    'a script': 'javascript:alert("gate.com")',
    'the domain in the path': 'https://example.net/gate.com',
    'the domain in the query': 'https://example.net/?https://gate.com/',
    'the domain after a backslash': 'https://example.net\\@gate.com/',
    'a letter of another alphabet': 'https://g\u0430te.com/',
    'a path of this site': '/gate/',
    'no address': 'gate.com',
    'no text': '',
  };
  for (const [name, url] of Object.entries(tricks)) {
    test(`${name}: ${url}`, () => expect(isOnDomains(url, official)).toBe(false));
  }

  test('anything, where no domain is given', () => {
    expect(isOnDomains('https://gate.com/', [])).toBe(false);
  });
});

test('a listed subdomain does not bring its parent or its neighbours along', () => {
  expect(isOnDomains('https://support.kraken.com/', ['support.kraken.com'])).toBe(true);
  expect(isOnDomains('https://kraken.com/', ['support.kraken.com'])).toBe(false);
  expect(isOnDomains('https://notsupport.kraken.com/', ['support.kraken.com'])).toBe(false);
});

test('a host is within its own domain and that of its parents', () => {
  expect(isWithinDomain('gate.com', 'gate.com')).toBe(true);
  expect(isWithinDomain('www.gate.com', 'gate.com')).toBe(true);
  expect(isWithinDomain('notgate.com', 'gate.com')).toBe(false);
  expect(isWithinDomain('gate.com', 'www.gate.com')).toBe(false);
});
