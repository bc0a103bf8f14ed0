import { expect, test } from 'playwright/test';
import { embeddedStep, withWholeAnchors } from '../../../src/site/embed.ts';
import { samplePage } from '../../support/sample-page.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

const trading = { ...useCaseThat(['read-balances', 'trade-spot']), id: 'trading' };

test('every step of the guide can be embedded, also one that the page is without', () => {
  const page = samplePage(trading);
  const embedded = page.guide.order.map((id) => embeddedStep(page, id));
  expect(embedded.map(({ id, title, step }) => [id, title, step?.number])).toEqual([
    ['check-account', 'Check your account', undefined],
    ['sign-in', 'Sign in', 1],
    ['enable-product', 'Open futures', undefined],
    ['create-key', 'Start a key', 2],
    ['test-key', 'Prove it', undefined],
    ['rotate-key', 'Replace it', undefined],
    ['revoke-key', 'Delete it', undefined],
  ]);
});

test('a step that the guide does not have cannot be embedded', () => {
  expect(() => embeddedStep(samplePage(trading), 'withdraw-funds')).toThrow(
    '[embed] The guide of northwind has no step "withdraw-funds".',
  );
});

test('anchors lead to the guide, and nothing else changes', () => {
  const whole = (html: string): string => withWholeAnchors(html, '/guides/gate/');
  expect(whole('<p><a href="#test-key">Test</a> <a href="#x">X</a></p>')).toBe(
    '<p><a href="/guides/gate/#test-key">Test</a> <a href="/guides/gate/#x">X</a></p>',
  );
  expect(whole('<a class="a > b" data-x aria-label="1" href="#source-a" rel="x">1</a>')).toBe(
    '<a class="a > b" data-x aria-label="1" href="/guides/gate/#source-a" rel="x">1</a>',
  );
  for (const same of [
    '<a href="/concepts/#x">x</a>',
    '<a href="https://www.gate.com/#x">x</a>',
    '<code>&lt;a href="#x"&gt;</code>',
    '<use href="#x"></use>',
    '<p title="href="#x">',
  ])
    expect(whole(same)).toBe(same);
});
