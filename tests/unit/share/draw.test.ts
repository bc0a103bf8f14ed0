import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import type { ShareCard } from '../../../src/share/card.ts';
import { lightColours, shareDrawer, titleSize } from '../../../src/share/draw.ts';

const usual: ShareCard = {
  topic: 'Northwind · Spot trading',
  title: 'Create an API key on Northwind for spot trading',
  facts: ['11 steps', 'Checked against documentation on 20 November 2026'],
  steps: 11,
  warns: false,
};
const longName = 'The Extraordinarily Long Named International Exchange of Somewhere Else';

/** Cards at the ends of what can come. */
const extremes: Record<string, ShareCard> = {
  'a short one': { topic: '', title: 'Okx', facts: [], steps: 0, warns: false },
  'a warning': { ...usual, warns: true },
  'many steps': { ...usual, steps: 17 },
  'a long name': {
    ...usual,
    topic: `${longName} · Spot trading`,
    title: `Create an API key on ${longName} for spot trading`,
  },
  'one word without end': { ...usual, topic: 'w'.repeat(200), title: 'w'.repeat(400) },
  'long facts': { ...usual, facts: ['A fact that is long. '.repeat(9)] },
};

for (const [name, card] of Object.entries({ usual, ...extremes })) {
  test(`${name}: a PNG of the right size that stays within its edges`, async () => {
    const png = await (await shareDrawer(en))(card);
    expect(png.length).toBeLessThan(100_000);
    const { data, info } = await sharp(png)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1200, 630]);
    const at = (x: number, y: number): string =>
      data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString('hex');
    const outside: string[] = [];
    for (let y = 14; y < 630; y += 1)
      for (let x = 0; x < 1200; x += 1) {
        const inEdge = x < 68 || x >= 1132 || y < 40 || y >= 600;
        if (inEdge && at(x, y) !== 'fcfdfc') outside.push(`${x},${y}`);
      }
    expect(outside).toEqual([]);
    expect(at(600, 5)).toBe(card.warns ? 'b3261e' : '0b6655');
  });
}

test('the same card is the same picture', async () => {
  const [first, second] = [await shareDrawer(en), await shareDrawer(en)];
  expect(Buffer.from(await first(usual)).equals(await second(usual))).toBe(true);
});

test('every step is a circle on the line', async () => {
  const draw = await shareDrawer(en);
  const starts = async (steps: number): Promise<number> => {
    const { data, info } = await sharp(await draw({ ...usual, steps }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Just below the line that joins them, above the feet of the numbers' row.
    const row = 396;
    const isGround = (x: number): boolean =>
      data.subarray((row * info.width + x) * 3, (row * info.width + x) * 3 + 3).toString('hex') ===
      '0b6655';
    return Array.from({ length: info.width - 1 }, (_, x) => x).filter(
      (x) => !isGround(x) && isGround(x + 1),
    ).length;
  };
  expect(await starts(4)).toBe(4);
  expect(await starts(17)).toBe(17);
});

test('longer titles are smaller', () => {
  const sizes = [1, 40, 41, 66, 67, 100, 101, 150, 151, 1_000].map((length) =>
    titleSize('x'.repeat(length)),
  );
  expect(sizes).toEqual([84, 84, 72, 72, 60, 60, 48, 48, 40, 40]);
});

test('the colours are those of the style sheet in light', () => {
  const colour = lightColours(readFileSync('src/styles/tokens.css', 'utf8'));
  expect(colour('bg')).toBe('#fcfdfc');
  expect(colour('do')).toBe('#0b6655');
  expect(() => lightColours(':root { --ink: light-dark(#111, #eee); }')('bg')).toThrow(
    new Error('[share] The style sheet has no "--bg: light-dark(#…, …)"; it has ink.'),
  );
});
