import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { contentFolder } from '../content/content-folder.ts';
import { pictureReader } from '../check/pictures/recognise.ts';
import { defaultCacheFolder } from '../check/pictures/reading-cache.ts';
import { today } from '../derive/dates.ts';
import { daySchema } from '../schema/text.ts';
import { addCapture, type AddedCapture } from './capture/add-capture.ts';
import { CaptureError, type CaptureRequest, parseBox } from './capture/request.ts';

/**
 * Adds a screenshot to a guide: `npm run capture -- gate restrict-ip ~/shot.png`. Exit
 * status: 0 added, 1 refused, 2 wrong options.
 */

const usage = `Usage: npm run capture -- <exchange> <step> <screenshot> [options]
  --screen   the drawn screen that the picture replaces, where the step has several
  --alt      what the picture tells the reader to do, in one sentence
  --redact   an area to cover: left,top,width,height in pixels of the screenshot; several times for several
  --date     the day on which it was taken (default: today)
Example: npm run capture -- gate restrict-ip ~/shot.png --redact 120,80,300,24`;

try {
  const request = readRequest(process.argv.slice(2));
  const reader = pictureReader();
  try {
    const folder = contentFolder();
    const added = await addCapture(
      folder,
      request,
      { reader, cacheFolder: defaultCacheFolder, unreadIs: 'error' },
      process.stdin.isTTY ? askAlt : undefined,
    );
    console.log(reportOf(added, request, path.relative('', folder).split(path.sep).join('/')));
  } finally {
    await reader.close();
  }
} catch (error) {
  const isWrongOption = error instanceof TypeError;
  console.error(error instanceof CaptureError || isWrongOption ? error.message : error);
  if (isWrongOption) console.error(usage);
  process.exitCode = isWrongOption ? 2 : 1;
}

/** Reads the command line. Throws a TypeError where options are wrong, a CaptureError where a value is. */
function readRequest(args: string[]): CaptureRequest {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      screen: { type: 'string' },
      alt: { type: 'string' },
      redact: { type: 'string', multiple: true, default: [] },
      date: { type: 'string', default: today() },
    },
  });
  const [slug, step, picture, ...more] = positionals;
  if (slug === undefined || step === undefined || picture === undefined || more.length > 0)
    throw new TypeError(
      `Expected an exchange, a step and a screenshot, but found ${positionals.length === 0 ? 'nothing' : positionals.join(' ')}.${more.length > 0 ? ' Put paths and texts with spaces in quotes, and write --redact before each area.' : ''}`,
    );
  const date = daySchema.safeParse(values.date);
  if (!date.success)
    throw new CaptureError(`--date is "${values.date}"; expected a day such as 2026-11-20.`);
  if (date.data > today())
    throw new CaptureError(`--date is ${date.data}, which is after today (${today()}).`);
  return {
    slug,
    step,
    // Shells leave "~" in quotes as it is.
    picture: picture.replace(/^~(?=[/\\])/, homedir()),
    screen: values.screen,
    alt: values.alt,
    redact: values.redact.map(parseBox),
    date: date.data,
  };
}

async function askAlt(proposal: string | undefined): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    console.log('What does the picture tell the reader to do? One sentence.');
    if (proposal !== undefined) console.log(`Enter keeps that of the drawing: ${proposal}`);
    for (;;) {
      const answer = (await terminal.question('> ')).trim() || (proposal ?? '');
      if (answer !== '') return answer;
    }
  } finally {
    terminal.close();
  }
}

function reportOf(
  { place, drawn, covered, renewed, removed }: AddedCapture,
  { slug, step }: CaptureRequest,
  root: string,
): string {
  const { original, width, height, bytes } = drawn;
  const isScaled = original.width !== width;
  const areas = covered === 1 ? '1 area is' : `${covered} areas are`;
  return [
    `${root}/${place.file} is written: ${width} × ${height} pixels, ${Math.ceil(bytes.length / 1_000)} kB.`,
    isScaled ? `  Scaled down from ${original.width} × ${original.height} pixels.` : '',
    drawn.removed.length > 0 ? `  Left behind: ${drawn.removed.join(', ')}.` : '',
    covered > 0 ? `  ${areas} covered.` : '',
    drawn.fewerColours ? '  It has 256 colours, so that the file is small enough.' : '',
    `${root}/${place.guide.path}: the entry of the screen "${place.screen}" is ${renewed ? 'renewed' : 'added'}.`,
    removed === undefined ? '' : `${root}/${removed} is removed; nothing names it any more.`,
    '',
    'Text recognition found nothing secret, but it misses things. Look at the picture before you commit:',
    '- names, e-mail addresses, telephone numbers, account numbers, balances, photos;',
    '- every black box covers all of what it should, with a margin;',
    '- tabs, bookmarks and notifications at the edges of the screen;',
    `- the page: npm run dev, then http://localhost:4321/${slug}/#${step}`,
  ]
    .filter((line, index, all) => line !== '' || all[index + 1]?.startsWith('Text recognition'))
    .join('\n');
}
