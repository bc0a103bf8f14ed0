import type { Page } from 'playwright/test';

/** Opens every entry of a page that can be opened. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/**
 * What reaches beyond an edge of the window, and whether the page scrolls sideways; code and
 * wide tables scroll by themselves.
 */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const found = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const exempt = element.closest('pre, .scroll, .visually-hidden, thead, .skip') !== null;
      const out = right > limit + 0.5 || left < -0.5;
      return element.checkVisibility() && width > 0 && out && !exempt;
    });
    const scrolls = document.documentElement.scrollWidth > limit;
    return [
      ...found.map((element) => element.outerHTML.slice(0, 120)),
      ...(scrolls ? ['the page scrolls sideways'] : []),
    ];
  });
}

/**
 * Makes every word a third longer, as words of other languages are. Code and addresses stay:
 * nobody translates them.
 */
export async function lengthenWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      const stays = text.parentElement?.closest('script, style, code, pre, .pill, .url') !== null;
      if (!stays)
        text.nodeValue = (text.nodeValue ?? '').replace(/\p{L}{2,}/gu, (word) =>
          word.concat(word.slice(-Math.ceil(word.length / 3))),
        );
    }
  });
}

/**
 * Pairs of visible texts of different blocks that are drawn over each other. The bar lies over
 * the page by intent, and long programs scroll by themselves.
 */
export function overprinted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const apart = 'script, style, pre, .visually-hidden, .bar';
    const blockOf = (element: Element): Element => {
      const around = element.parentElement;
      const isInline = getComputedStyle(element).display.startsWith('inline');
      return isInline && around !== null ? blockOf(around) : element;
    };
    const rects = new Map<Element, DOMRect[]>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      const element = text.parentElement;
      if (element === null || element.closest(apart) !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const block = blockOf(element);
      const own = [...range.getClientRects()].filter(
        ({ width, height }) => width > 1 && height > 1,
      );
      if (own.length > 0) rects.set(block, [...(rects.get(block) ?? []), ...own]);
    }
    // Boxes of text are a little taller than their letters.
    const meet = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const named = (block: Element): string => (block.textContent ?? '').trim().slice(0, 40);
    const all = [...rects];
    return all.flatMap(([block, own], index) =>
      all
        .slice(index + 1)
        .filter(([, others]) => own.some((a) => others.some((b) => meet(a, b))))
        .map(([other]) => `${named(block)} | ${named(other)}`),
    );
  });
}
