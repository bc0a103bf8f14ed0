import type { Content, ExchangeFolder } from '../../content/content.ts';
import type { DataFile } from '../../content/data-file.ts';
import { didYouMean, quotedList } from '../../check/suggest.ts';
import type { Guide } from '../../schema/guide.ts';
import { CaptureError, type CaptureRequest } from './request.ts';

/** Where a capture goes. */
export interface CapturePlace {
  readonly exchange: ExchangeFolder;
  readonly guide: DataFile<Guide> & { readonly value: Guide };
  /** Id of the drawn screen that it replaces. */
  readonly screen: string;
  /** Text alternative of that screen. */
  readonly drawnAlt: string | undefined;
  /** Path of the new file below the content folder. */
  readonly file: string;
  /** The same as the frontmatter writes it. */
  readonly written: string;
}

/**
 * Finds guide, step and screen.
 *
 * Input: the content and what was asked for. Output: the place. Throws a CaptureError
 * that lists what there is where something is not found or not clear.
 */
export function findPlace(
  { exchanges }: Content,
  request: Pick<CaptureRequest, 'slug' | 'step' | 'screen'>,
): CapturePlace {
  const slugs = exchanges.map(({ slug }) => slug);
  const exchange = exchanges.find(({ slug }) => slug === request.slug);
  if (exchange === undefined)
    throw new CaptureError(
      `There is no exchange "${request.slug}". ${didYouMean(request.slug, slugs)}There are ${quotedList(slugs)}.`,
    );
  const { guide } = exchange;
  if (guide?.value === undefined)
    throw new CaptureError(
      `exchanges/${exchange.slug}/guide.mdx is missing or has problems. Run "npm run check", mend what it says, and try again.`,
    );
  const stepIds = guide.value.steps.map(({ id }) => id);
  const step = guide.value.steps.find(({ id }) => id === request.step);
  if (step === undefined)
    throw new CaptureError(
      `The guide of ${exchange.slug} has no step "${request.step}". ${didYouMean(request.step, stepIds)}Its steps are ${quotedList(stepIds)}.`,
    );
  const screen = screenOf(step, request.screen);
  const drawn = exchange.screens?.value?.screens.find(({ id }) => id === screen);
  return {
    exchange,
    guide: { ...guide, value: guide.value },
    screen,
    drawnAlt: drawn?.alt,
    file: `exchanges/${exchange.slug}/captures/${screen}.png`,
    written: `./captures/${screen}.png`,
  };
}

function screenOf(
  { id, screens }: { id: string; screens: readonly string[] },
  asked: string | undefined,
): string {
  if (screens.length === 0)
    throw new CaptureError(
      `The step "${id}" has no screen that a capture could replace. Draw one in screens.yaml and place it in the step first.`,
    );
  if (asked !== undefined) {
    if (screens.includes(asked)) return asked;
    throw new CaptureError(
      `The step "${id}" has no screen "${asked}". ${didYouMean(asked, screens)}It has ${quotedList(screens)}.`,
    );
  }
  const [only, ...others] = screens;
  if (only !== undefined && others.length === 0) return only;
  throw new CaptureError(
    `The step "${id}" has ${screens.length} screens: ${quotedList(screens)}. Say with --screen which one the picture replaces, such as --screen ${only}.`,
  );
}
