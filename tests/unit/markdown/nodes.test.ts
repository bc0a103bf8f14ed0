import type { RootContent } from 'mdast';
import { expect, test } from 'playwright/test';
import { parseMdxText } from '../../../src/content/mdx-text.ts';
import { renderNodes } from '../../../src/markdown/nodes.ts';

/** The nodes of a step's text. Throws where it is not valid MDX. */
function nodesOf(body: string): readonly RootContent[] {
  const { tree } = parseMdxText(body);
  if (tree === undefined) throw new Error('The text is not valid MDX.');
  return tree.children;
}

const usual = { base: '/', codeLabel: 'Command' };
const html = (body: string, options = usual): string => renderNodes(nodesOf(body), options);

test('paragraphs, lists and tables become HTML', () => {
  expect(html('A **bold** word.')).toBe('<p>A <strong>bold</strong> word.</p>');
  expect(html('1. a\n2. b')).toBe('<ol>\n<li>a</li>\n<li>b</li>\n</ol>');
  expect(html('| a |\n| - |\n| b |')).toContain('<th>a</th>');
});

test('links of the site stand below its base path, others cannot reach back', () => {
  const guides = { ...usual, base: '/guides' };
  expect(html('[a](/concepts/) [b](#test-key) [c](https://x.example/)', guides)).toBe(
    '<p><a href="/guides/concepts/">a</a> <a href="#test-key">b</a> <a href="https://x.example/" rel="noopener noreferrer">c</a></p>',
  );
});

test('a block of code takes focus and has the name that was given', () => {
  expect(html('```sh\nls\n```', { ...usual, codeLabel: 'Befehl' })).toBe(
    '<pre tabindex="0" role="group" aria-label="Befehl"><code class="language-sh">ls\n</code></pre>',
  );
});

test('images are dropped, and words stay words', () => {
  expect(html('a ![b](https://evil.example/x.png) c')).toBe('<p>a  c</p>');
  expect(html('\\<b\\> & `<i>`')).toBe('<p>&#x3C;b> &#x26; <code>&#x3C;i></code></p>');
});

test('the same nodes have their own HTML for each base path and each label', () => {
  const nodes = nodesOf('[a](/x/)\n\n```sh\nls\n```');
  const first = renderNodes(nodes, usual);
  expect(renderNodes(nodes, { base: '/guides', codeLabel: 'Command' })).toContain('/guides/x/');
  expect(renderNodes(nodes, { base: '/', codeLabel: 'Befehl' })).toContain('Befehl');
  expect(renderNodes(nodes, usual)).toBe(first);
});

test('the nodes are not changed', () => {
  const nodes = nodesOf('[a](/x/) ![b](y.png)');
  const before = JSON.stringify(nodes);
  renderNodes(nodes, { ...usual, base: '/guides' });
  expect(JSON.stringify(nodes)).toBe(before);
});
