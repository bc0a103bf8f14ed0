import { expect, test } from 'playwright/test';
import { parameterFault, suspicion } from '../../../src/check/look-alike.ts';

const official = ['gate.com', 'kraken.com', 'gateio.ws', 'xt.com'];

test('the reason why an address must not be linked to', () => {
  const reasons: [string, string | undefined][] = [
    // Nothing but elsewhere, or official.
    ['https://www.gate.com/keys', undefined],
    ['https://tailspin.com/', undefined],
    ['https://navigate.com/', 'adds something to the name of gate.com'],
    // Not https.
    ['http://www.gate.com/', 'is http, not https'],
    ['http://tailspin.com/', 'is http, not https'],
    ['javascript:alert(1)', 'uses "javascript:", not https'],
    ['JAVASCRIPT:alert(1)', 'uses "javascript:", not https'],
    ['data:text/html,x', 'uses "data:", not https'],
    ['mailto:help@gate.com', 'uses "mailto:", not https'],
    // Not a whole address.
    ['//evil.example/x', 'leads to evil.example'],
    ['/\\evil.example', 'leads to evil.example'],
    ['../keys', 'is neither a whole address nor a path that starts with "/"'],
    ['https://', 'is no address that a browser understands'],
    ['https://[x]/', 'is no address that a browser understands'],
    // What stands around the host.
    ['https://gate.com@evil.example/', 'has a name before "@": the browser goes to evil.example'],
    [
      'https://gate.com:pw@evil.example/',
      'has a name before "@": the browser goes to evil.example',
    ],
    ['https://www.gate.com:8443/', 'names the port 8443'],
    ['https://bit.ly/x', 'hides where it leads'],
    ['https://m.t.me/x', 'hides where it leads'],
    // The host itself.
    ['https://gate.com.evil.example/', 'begins with gate.com, but belongs to evil.example'],
    ['https://www.gate.com.evil.co.uk/', 'begins with gate.com, but belongs to evil.co.uk'],
    ['https://gate.net/', 'has another ending than gate.com'],
    ['https://gate.co.uk/', 'has another ending than gate.com'],
    ['https://gate-login.com/', 'adds something to the name of gate.com'],
    ['https://login-xt.com/', 'adds something to the name of xt.com'],
    ['https://mygate.io/', 'adds something to the name of gate.com'],
    ['https://g4te.com/', 'writes gate.com with letters that look alike'],
    ['https://kra-ken.com/', 'writes kraken.com with letters that look alike'],
    ['https://gatei0.ws/', 'adds something to the name of gate.com'],
    ['https://krakem.com/', 'is one letter away from kraken.com'],
    ['https://kraken.com-login.example/', undefined],
    ['https://xs.com/', undefined],
  ];
  expect(reasons.map(([url]) => [url, suspicion(url, official)])).toEqual(reasons);
});

test('letters that look alike', () => {
  const pairs: [string, string][] = [
    ['modern.com', 'rnodern.com'],
    ['wave.com', 'vvave.com'],
    ['bingo.com', 'b1ng0.com'],
    ['base.com', '8453.com'],
    ['all.com', 'a1i.com'],
  ];
  for (const [domain, fake] of pairs)
    expect(suspicion(`https://${fake}`, [domain]), fake).toBe(
      `writes ${domain} with letters that look alike`,
    );
});

test('letters of another alphabet are shown as the browser shows them', () => {
  expect(suspicion('https://g\u0430te.com/', official)).toBe(
    'has letters of another alphabet: the browser shows g\u0430te.com',
  );
  expect(suspicion('https://xn--gte-7cd.com/', official)).toMatch(/^has letters of another/);
});

test('parameters that earn somebody something, or lead elsewhere', () => {
  const faults: [string, string | undefined][] = [
    ['https://www.gate.com/?lang=en&page=2', undefined],
    ['https://www.gate.com/?next=/keys', undefined],
    ['https://www.gate.com/?reference=1&preference=2', undefined],
    ['https://www.gate.com/?ref=abc', 'carries the referral parameter "ref"'],
    ['https://www.gate.com/?x=1&Ref_By=2', 'carries the referral parameter "Ref_By"'],
    ['https://www.gate.com/?inviteCode=1', 'carries the referral parameter "inviteCode"'],
    ['https://www.gate.com/?utm_medium=x', 'carries the referral parameter "utm_medium"'],
    ['https://www.gate.com/?aff_id=', 'carries the referral parameter "aff_id"'],
    ['https://www.gate.com/?url=https://evil.example', 'redirects to https://evil.example'],
    ['https://www.gate.com/?returnTo=%2f%2fevil.example', 'redirects to //evil.example'],
    ['https://www.gate.com/?goto=%5C%5Cevil.example', 'redirects to \\\\evil.example'],
    ['no address', undefined],
  ];
  expect(faults.map(([url]) => [url, parameterFault(url)])).toEqual(faults);
});
