import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkContent } from '../../check/check.ts';
import { type Content, parseContent } from '../../content/content.ts';
import { type ContentFiles, readContentFiles } from '../../content/content-files.ts';
import { boxWithMargin, formatBox } from '../../check/pictures/box.ts';
import { checkPicture, type PictureOptions } from '../../check/pictures/check-pictures.ts';
import { formatProblem } from '../../check/report.ts';
import { boxInOriginal, drawCapture, type DrawnCapture } from './draw.ts';
import { withCapture } from './frontmatter.ts';
import { type CapturePlace, findPlace } from './place.ts';
import { CaptureError, type CaptureRequest } from './request.ts';

/** What was done. */
export interface AddedCapture {
  readonly place: CapturePlace;
  readonly drawn: DrawnCapture;
  readonly covered: number;
  /** Whether the guide had an entry for the screen before. */
  readonly renewed: boolean;
  /** File of the entry before, which is removed; undefined where it is the same or still in use. */
  readonly removed: string | undefined;
}

/** Pixels around what was recognised, so that a box covers its edges too. */
const margin = 6;

/**
 * Adds a screenshot to a guide.
 *
 * Input: the content folder, what was asked for, how pictures are read, and what asks for
 * the text alternative (undefined where nobody can be asked). Everything is judged before
 * anything is written; if writing fails half-way, all is put back. Throws a CaptureError
 * that says what to do.
 */
export async function addCapture(
  folder: string,
  request: CaptureRequest,
  options: PictureOptions,
  askAlt?: (proposal: string | undefined) => Promise<string>,
): Promise<AddedCapture> {
  const files = await readContentFiles(folder);
  const content = parseContent(files);
  const place = findPlace(content, request);
  const screenshot = await readScreenshot(folder, request.picture, place.file);
  const drawn = await drawCapture(screenshot, request.redact);
  const alt = request.alt ?? (await askAlt?.(place.drawnAlt));
  if (alt === undefined)
    throw new CaptureError(
      `--alt is missing: one sentence that tells somebody who does not see the picture what to do.${place.drawnAlt === undefined ? '' : ` The drawing says: --alt "${place.drawnAlt}"`}`,
    );

  const before = files.texts.get(place.guide.path) ?? '';
  const { screen, written } = place;
  const entry = { screen, file: written, alt: alt.trim(), date: request.date };
  const after = withCapture(before, entry);
  const present = place.guide.value.captures.find((capture) => capture.screen === screen);
  const others = place.guide.value.captures.filter((capture) => capture.screen !== screen);
  const changed: ContentFiles = {
    ...files,
    texts: new Map(files.texts).set(place.guide.path, after),
    others: new Set(files.others).add(place.file),
  };
  refuseNewProblems(files, changed, request.date);
  await refuseSecrets(drawn, place, parseContent(changed), request, options);

  const old =
    present === undefined ? undefined : path.posix.join('exchanges', request.slug, present.file);
  const isOldUnused =
    old !== undefined &&
    old !== place.file &&
    old.startsWith(`exchanges/${request.slug}/captures/`) &&
    files.others.has(old) &&
    others.every((capture) => path.posix.join('exchanges', request.slug, capture.file) !== old);
  await writeBoth(
    { file: path.join(folder, place.file), bytes: drawn.bytes },
    { file: path.join(folder, place.guide.path), text: after },
  );
  if (isOldUnused) await rm(path.join(folder, old));
  return {
    place,
    drawn,
    covered: request.redact.length,
    renewed: present !== undefined,
    removed: isOldUnused ? old : undefined,
  };
}

async function readScreenshot(folder: string, picture: string, target: string): Promise<Buffer> {
  const full = path.resolve(picture);
  const inContent = path.relative(folder, full);
  const isInside = !inContent.startsWith('..') && !path.isAbsolute(inContent);
  // The capture itself may be made anew, such as to cover more of it.
  if (isInside && full !== path.join(folder, target))
    throw new CaptureError(
      `The screenshot ${picture} lies in the content folder, where it could be committed. Move it out of the repository and try again.`,
    );
  try {
    return await readFile(full);
  } catch (error) {
    throw new CaptureError(
      `The screenshot ${picture} cannot be read (${error instanceof Error ? error.message : String(error)}). Expected the path of a PNG, JPEG, WebP or AVIF file.`,
    );
  }
}

/** Throws a CaptureError with the problems that the entry would bring, such as a poor text alternative. */
function refuseNewProblems(before: ContentFiles, after: ContentFiles, day: string): void {
  const known = new Set(checkContent(before, day).map(({ rule, message }) => `${rule} ${message}`));
  const brought = checkContent(after, day).filter(
    ({ rule, message, severity }) => severity === 'error' && !known.has(`${rule} ${message}`),
  );
  if (brought.length > 0)
    throw new CaptureError(
      ['Nothing was written, because the guide would have problems:']
        .concat(brought.map((problem) => formatProblem(problem, after.root)))
        .join('\n'),
    );
}

/** Throws a CaptureError that says what is wrong with the picture and which areas to cover. */
async function refuseSecrets(
  drawn: DrawnCapture,
  place: CapturePlace,
  after: Content,
  request: CaptureRequest,
  options: PictureOptions,
): Promise<void> {
  const findings = await checkPicture(
    {
      file: place.file,
      bytes: drawn.bytes,
      exchange: after.exchanges.find(({ slug }) => slug === request.slug),
    },
    options,
  );
  if (findings.length === 0) return;
  const boxes = findings.map(({ box }) =>
    box === undefined
      ? undefined
      : boxWithMargin(boxInOriginal(box, drawn), margin, drawn.original),
  );
  const flags = [...request.redact, ...boxes.flatMap((box) => box ?? [])].map(
    (box) => `--redact ${formatBox(box)}`,
  );
  throw new CaptureError(
    [
      'Nothing was written, because the picture must not be published as it is:',
      ...findings.map(({ rule, message, help }, index) => {
        const box = boxes[index];
        return box === undefined
          ? `  ${rule}  ${message}  ${help}`
          : `  ${rule}  ${message}  It is at ${formatBox(box)} of the screenshot (left, top, width, height in pixels).`;
      }),
      ...(boxes.some((box) => box !== undefined)
        ? [
            `Run the command again with ${flags.join(' ')}`,
            'If a key was real, delete it at the exchange now: a screenshot of it exists.',
          ]
        : []),
    ].join('\n'),
  );
}

/**
 * Writes picture and guide, both or neither: first beside their places, then renamed. If
 * that fails, everything that was done is undone.
 */
async function writeBoth(
  picture: { readonly file: string; readonly bytes: Buffer },
  guide: { readonly file: string; readonly text: string },
): Promise<void> {
  const [newPicture, newGuide] = [`${picture.file}.part`, `${guide.file}.part`];
  const undo: (() => Promise<void>)[] = [];
  try {
    const madeFolder = await mkdir(path.dirname(picture.file), { recursive: true });
    if (madeFolder !== undefined) undo.push(() => rm(madeFolder, { recursive: true }));
    const oldPicture = await readFile(picture.file).catch(whereMissing);
    undo.push(() => rm(newPicture, { force: true }));
    await writeFile(newPicture, picture.bytes);
    // What stands in the way may be no file, and stays.
    undo.push(() => rm(newGuide, { force: true }).catch(() => {}));
    await writeFile(newGuide, guide.text);
    await rename(newPicture, picture.file);
    undo.push(() =>
      oldPicture === undefined ? rm(picture.file) : writeFile(picture.file, oldPicture),
    );
    await rename(newGuide, guide.file);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw new CaptureError(
      `The files could not be written (${error instanceof Error ? error.message : String(error)}). Everything is as it was; put that right and run the command again.`,
    );
  }
}

/** Undefined for a file that is not there. Throws any other error again. */
function whereMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
