import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { withOwnPolicy } from '../../../src/site/content-policy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (policy: string): string =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"><script>here()</script>` +
  `<script type="module" src="/a.js"></script><style>p{}</style></head>`;

test('a page allows its own inline scripts and styles, and none of other pages', () => {
  const policy = (scripts: string, styles: string): string =>
    `default-src 'none';script-src 'self'${scripts}; style-src 'self'${styles};`;
  const all = policy(` ${hash('here()')} ${hash('there()')}`, ` ${hash('a{}')} ${hash('p{}')}`);
  expect(withOwnPolicy(page(all))).toBe(page(policy(` ${hash('here()')}`, ` ${hash('p{}')}`)));
});

test('a page without a policy stays as it is', () => {
  expect(withOwnPolicy('<p>Text</p>')).toBe('<p>Text</p>');
});
