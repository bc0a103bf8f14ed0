import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import type { Dictionary } from '../i18n/index.ts';
import { type ShareCard, shareImageSize } from './card.ts';

/** Draws share pictures without a browser, in the colours and the manner of the site. */

type Style = NonNullable<Node['style']>;

const edge = 72;
const fontFamily = 'Inter';

/**
 * Prepares the drawing: reads the font and the colours once.
 *
 * Input: the words of the pictures' language. Output: a function from a card to the bytes
 * of its PNG. Throws where the style sheet lacks a colour that a picture needs.
 */
export async function shareDrawer(
  t: Dictionary,
): Promise<(card: ShareCard) => Promise<Uint8Array>> {
  const colour = lightColours(await readFile(path.resolve('src/styles/tokens.css'), 'utf8'));
  const renderer = new Renderer();
  const resolve = createRequire(path.resolve('package.json')).resolve;
  for (const subset of ['latin', 'latin-ext']) {
    const file = `@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`;
    await renderer.registerFont({ name: fontFamily, data: await readFile(resolve(file)) });
  }
  return (card) =>
    renderer.render(pictureOf(card, colour, t), {
      ...shareImageSize,
      format: 'png',
      lang: t.language,
    });
}

/**
 * Reads the colours of the light theme from a style sheet: `--bg:
 * light-dark(#fbfaf8, …)`.
 *
 * Output: a function from the name of a colour, such as `bg`, to its value. It throws
 * where the style sheet has no such colour.
 */
export function lightColours(css: string): (name: string) => string {
  const found = new Map(
    [...css.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{3,8}),/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  return (name) => {
    const value = found.get(name);
    if (value === undefined)
      throw new Error(
        `[share] The style sheet has no "--${name}: light-dark(#…, …)"; it has ${[...found.keys()].join(', ')}.`,
      );
    return value;
  };
}

/** The size at which a title of so many letters fills the picture without leaving it. */
export function titleSize(title: string): number {
  const sizes = [
    { upTo: 40, size: 84 },
    { upTo: 66, size: 72 },
    { upTo: 100, size: 60 },
    { upTo: 150, size: 48 },
  ];
  return sizes.find(({ upTo }) => title.length <= upTo)?.size ?? 40;
}

function pictureOf(card: ShareCard, colour: (name: string) => string, t: Dictionary): Node {
  const strong = colour(card.warns ? 'never' : 'do');
  return box(
    {
      ...column,
      width: '100%',
      height: '100%',
      backgroundColor: colour('bg'),
      color: colour('ink'),
      fontFamily,
      borderTop: `14px solid ${strong}`,
      padding: `${edge - 26}px ${edge}px ${edge - 24}px`,
      justifyContent: 'space-between',
    },
    [
      words(t.siteName, { fontSize: 30, fontWeight: 650, letterSpacing: -0.3 }),
      box({ ...column, gap: 18 }, [
        ...(card.topic === ''
          ? []
          : [
              words(card.topic, {
                fontSize: 34,
                fontWeight: 600,
                color: strong,
                ...clamp(1),
              }),
            ]),
        words(card.title, {
          fontSize: titleSize(card.title),
          fontWeight: 700,
          lineHeight: 1.12,
          letterSpacing: -1.8,
          overflowWrap: 'anywhere',
          textWrap: 'balance',
          // Letters reach below their line.
          paddingBottom: 12,
          ...clamp(4),
        }),
      ]),
      box({ ...column, gap: 26 }, [
        ...(card.steps > 0 ? [stepsOf(card.steps, strong, colour('bg'))] : []),
        words(card.facts.join(' · '), { fontSize: 28, color: colour('quiet'), ...clamp(1) }),
        words(t.home.never, {
          fontSize: 28,
          fontWeight: 650,
          borderTop: `2px solid ${colour('line')}`,
          paddingTop: 24,
        }),
      ]),
    ],
  );
}

/** One numbered circle for each step, on a line, as the guide has them. */
function stepsOf(count: number, ground: string, ink: string): Node {
  const between = 14;
  const size = Math.min(
    46,
    Math.floor((shareImageSize.width - 2 * edge - (count - 1) * between) / count),
  );
  const circles = Array.from({ length: count }, (_, index) => [
    ...(index === 0 ? [] : [box({ width: between, height: 3, backgroundColor: ground }, [])]),
    box(
      {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: size,
        height: size,
        borderRadius: size / 2,
        backgroundColor: ground,
      },
      [
        words(String(index + 1), {
          fontSize: Math.round(size * 0.46),
          fontWeight: 700,
          color: ink,
        }),
      ],
    ),
  ]);
  return box({ display: 'flex', flexDirection: 'row', alignItems: 'center' }, circles.flat());
}

const column: Style = { display: 'flex', flexDirection: 'column' };

function clamp(lines: number): Style {
  return { lineClamp: lines, textOverflow: 'ellipsis', overflow: 'hidden' };
}

function box(style: Style, children: Node[]): Node {
  return { type: 'container', style, children };
}

function words(text: string, style: Style): Node {
  return { type: 'text', text, style };
}
