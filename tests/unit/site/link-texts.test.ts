import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { htmlLink, markdownLink } from '../../../src/site/link-texts.ts';
import { parseProse } from '../../../src/markdown/prose.ts';

const target = {
  title: 'Create an API key on Gate for spot trading',
  url: 'https://guides.example/gate/spot-trading/#restrict-ip',
};

test('Markdown and HTML', () => {
  expect(markdownLink(target)).toBe(`[${target.title}](${target.url})`);
  expect(htmlLink(target)).toBe(`<a href="${target.url}">${target.title}</a>`);
});

test('signs of the language in a title stay text', () => {
  const title = 'A [key] *for* <b>"R&D"</b> `x`';
  expect(markdownLink({ title, url: 'https://a.example/(x)' })).toBe(
    '[A \\[key\\] \\*for\\* \\<b\\>"R\\&D"\\</b\\> \\`x\\`](https://a.example/%28x%29)',
  );
  expect(htmlLink({ title, url: 'https://a.example/?a=1&b="2"' })).toBe(
    '<a href="https://a.example/?a=1&amp;b=&quot;2&quot;">A [key] *for* &lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; `x`</a>',
  );
});

test('whatever the title: Markdown reads one link with that title back', () => {
  const words = fc
    .stringMatching(
      /^[A-Za-z0-9[\]*_`<>&\\()!#|~"'.,:-]+(?: [A-Za-z0-9[\]*_`<>&\\()"'.,:-]+){0,3}$/,
    )
    .filter((title) => !/https?:|www\.|@|~|^[#>|-]/.test(title));
  fc.assert(
    fc.property(words, (title) => {
      const [paragraph, ...more] = parseProse(markdownLink({ title, url: target.url })).children;
      expect(more).toEqual([]);
      const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
      expect(link).toMatchObject({ type: 'link', url: target.url });
      const text =
        link?.type === 'link'
          ? link.children.map((child) => ('value' in child ? child.value : `<${child.type}>`))
          : [];
      expect(text.join('')).toBe(title);
    }),
  );
});
