import { expect, test } from 'playwright/test';
import {
  parseProse,
  plainProse,
  renderInlineProse,
  renderProse,
} from '../../../src/markdown/prose.ts';

test.describe('prose', () => {
  test('becomes paragraphs with emphasis and code', () => {
    expect(renderProse('**Bold**, *not so* and `code`.\n\nTwo.', '/')).toBe(
      '<p><strong>Bold</strong>, <em>not so</em> and <code>code</code>.</p>\n<p>Two.</p>',
    );
  });

  test('gets the base path before links to this site', () => {
    expect(renderProse('[Keys](/concepts/rotating-keys/)', '/guides/')).toBe(
      '<p><a href="/guides/concepts/rotating-keys/">Keys</a></p>',
    );
    expect(renderProse('[Keys](/concepts/rotating-keys/)', '/')).toBe(
      '<p><a href="/concepts/rotating-keys/">Keys</a></p>',
    );
  });

  test('gets links to elsewhere that cannot reach back', () => {
    expect(renderProse('[Gate](https://www.gate.com)', '/guides/')).toBe(
      '<p><a href="https://www.gate.com" rel="noopener noreferrer">Gate</a></p>',
    );
  });

  test('loses its HTML, and keeps the words', () => {
    expect(renderProse('One <b onclick="x()">two</b> three.', '/')).toBe('<p>One two three.</p>');
    expect(renderProse('<script>alert(1)</script>', '/')).toBe('');
    expect(renderProse('One.\n\n<iframe src="https://example.net"></iframe>\n\nTwo.', '/')).toBe(
      '<p>One.</p>\n<p>Two.</p>',
    );
  });

  test('shows tags that are written as code', () => {
    expect(renderProse('Write `<b>`.', '/')).toBe('<p>Write <code>&#x3C;b></code>.</p>');
  });

  test('keeps an address as text where the author made no link of it', () => {
    for (const address of ['www.gate.com', 'https://www.gate.com', 'help@gate.com']) {
      expect(renderProse(`Type ${address} yourself.`, '/')).toBe(
        `<p>Type ${address} yourself.</p>`,
      );
    }
  });

  test('is plain CommonMark: other dialects stay as they are written', () => {
    expect(renderProse('~~a~~ [^1]', '/')).toBe('<p>~~a~~ [^1]</p>');
  });

  test('of nothing is nothing', () => {
    expect(renderProse('', '/')).toBe('');
  });
});

test.describe('prose inside a sentence', () => {
  test('comes without its paragraph', () => {
    expect(renderInlineProse('Read **this**.', '/')).toBe('Read <strong>this</strong>.');
    expect(renderInlineProse('One\ntwo.', '/')).toBe('One\ntwo.');
    expect(renderInlineProse('Write `<p>`.', '/')).toBe('Write <code>&#x3C;p></code>.');
  });

  test('gets the same links', () => {
    expect(renderInlineProse('[Keys](/gate/)', '/guides/')).toBe(
      '<a href="/guides/gate/">Keys</a>',
    );
  });

  test('keeps its paragraphs where there are several', () => {
    expect(renderInlineProse('One.\n\nTwo.', '/')).toBe('<p>One.</p>\n<p>Two.</p>');
  });

  test('keeps what is no paragraph', () => {
    expect(renderInlineProse('- a', '/')).toBe('<ul>\n<li>a</li>\n</ul>');
    expect(renderInlineProse('', '/')).toBe('');
  });
});

test('the checks read the same Markdown: an address becomes a link only where it is one', () => {
  const kinds = (markdown: string): string[] => {
    const [paragraph] = parseProse(markdown).children;
    return paragraph?.type === 'paragraph' ? paragraph.children.map(({ type }) => type) : [];
  };
  expect(kinds('See www.gate.com.')).toEqual(['text']);
  expect(kinds('See [Gate](https://www.gate.com).')).toEqual(['text', 'link', 'text']);
  expect(kinds('See <https://www.gate.com>.')).toEqual(['text', 'link', 'text']);
});

test('an image in prose is dropped, so that nothing is loaded from elsewhere', () => {
  expect(renderProse('See ![a map](https://evil.example/map.png) here.', '/')).toBe(
    '<p>See  here.</p>',
  );
});

test.describe('prose as plain text', () => {
  test('keeps the words and loses the marks', () => {
    expect(plainProse('**Bold** and `code`, see [the list](/gate/#sign-in).')).toBe(
      'Bold and code, see the list.',
    );
  });

  test('is one line, whatever the lines and paragraphs are', () => {
    expect(plainProse('One\ntwo.\n\nThree.')).toBe('One two. Three.');
    expect(plainProse('')).toBe('');
  });

  test('drops HTML', () => {
    expect(plainProse('A <b>word</b>.')).toBe('A word.');
  });
});
