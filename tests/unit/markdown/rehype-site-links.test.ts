import type { Element, Root } from 'hast';
import { expect, test } from 'playwright/test';
import type { TextPlace } from '../../../src/site/anchors.ts';
import { rehypeSiteLinks } from '../../../src/markdown/rehype-site-links.ts';

const element = (tagName: string, properties: Element['properties']): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
});

/** The properties of an element after the plugin has seen it, deep inside a page. */
function after(
  tagName: string,
  properties: Element['properties'],
  base = '/guides/',
  place?: TextPlace,
): Element['properties'] {
  const node = element(tagName, properties);
  const list: Element = {
    ...element('ul', {}),
    children: [{ ...element('li', {}), children: [node] }],
  };
  const tree: Root = { type: 'root', children: [list] };
  rehypeSiteLinks({ base, place })(tree);
  return node.properties;
}

const rel = ['noopener', 'noreferrer'];

test('a link within the site gets the base path, and nothing else', () => {
  expect(after('a', { href: '/gate/#sign-in' })).toEqual({ href: '/guides/gate/#sign-in' });
  expect(after('a', { href: '/' })).toEqual({ href: '/guides/' });
  expect(after('a', { href: '/gate/' }, '/guides')).toEqual({ href: '/guides/gate/' });
  expect(after('a', { href: '/gate/' }, '/')).toEqual({ href: '/gate/' });
});

test('a link within the page stays as it is', () => {
  expect(after('a', { href: '#sign-in' })).toEqual({ href: '#sign-in' });
});

test('a bare anchor of an exchange leads to the page on which it stands', () => {
  const on = (href: string, page: TextPlace['on']): unknown =>
    after('a', { href }, '/guides/', { exchange: 'gate', on: page })['href'];
  expect(on('#sign-in', 'guide')).toBe('#sign-in');
  expect(on('#sign-in', 'record')).toBe('/guides/gate/#sign-in');
  expect(on('#limits', 'record')).toBe('#limits');
  expect(on('#limits', 'guide')).toBe('/guides/gate/facts/#limits');
  expect(on('#question-fees', 'errors')).toBe('/guides/gate/facts/#question-fees');
  expect(on('#error-clock', 'guide')).toBe('/guides/errors/gate/#error-clock');
  expect(on('/okx/#sites', 'guide')).toBe('/guides/okx/#sites');
});

test('a link to elsewhere keeps its address, and what it opens cannot reach back', () => {
  expect(after('a', { href: 'https://www.gate.com/' })).toEqual({
    href: 'https://www.gate.com/',
    rel,
  });
  expect(after('a', { href: 'http://www.gate.com/', title: 'Gate' })).toEqual({
    href: 'http://www.gate.com/',
    title: 'Gate',
    rel,
  });
});

test('what is no link stays as it is', () => {
  expect(after('a', { id: 'here' })).toEqual({ id: 'here' });
  expect(after('link', { href: '/gate/' })).toEqual({ href: '/gate/' });
  expect(after('link', { href: 'https://www.gate.com/' })).toEqual({
    href: 'https://www.gate.com/',
  });
});

test('every link of the page is seen', () => {
  const links = ['/a/', '/b/', 'https://c.example/'].map((href) => element('a', { href }));
  rehypeSiteLinks({ base: '/guides/' })({ type: 'root', children: links });
  expect(links.map(({ properties }) => properties['href'])).toEqual([
    '/guides/a/',
    '/guides/b/',
    'https://c.example/',
  ]);
});
