import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import sharp, { type Region } from 'sharp';
import { checkFolder } from '../../../src/check/check.ts';
import { parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { formatBox } from '../../../src/check/pictures/box.ts';
import { addCapture, type AddedCapture } from '../../../src/tools/capture/add-capture.ts';
import { drawCapture } from '../../../src/tools/capture/draw.ts';
import { withCapture } from '../../../src/tools/capture/frontmatter.ts';
import { findPlace } from '../../../src/tools/capture/place.ts';
import { type CaptureRequest, parseBox } from '../../../src/tools/capture/request.ts';
import { casesDay, validFiles, validFolder } from '../../support/check-cases.ts';
import { drawPicture, fakeReader, madeUp, plainForm, test } from '../../support/pictures.ts';

const alt = 'Choose Only these addresses and type those of your tool.';
const keyLine = { x: 240, y: 240, text: madeUp.key };
const keyBox = { x: 230, y: 220, width: 420, height: 30 };

/** A copy of the valid content, and a screenshot beside it. */
async function prepare(
  outputPath: (name: string) => string,
  screenshot: Uint8Array,
): Promise<{ folder: string; picture: string }> {
  const [folder, picture] = [outputPath('content'), outputPath('shot.png')];
  await cp(validFolder, folder, { recursive: true });
  await writeFile(picture, screenshot);
  return { folder, picture };
}

/** Every file of a folder with its bytes. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = await Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, string]> => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), (await readFile(file)).toString('base64')];
    }),
  );
  return Object.fromEntries(
    [
      ...read,
      ...entries
        .filter((entry) => entry.isDirectory())
        .map(({ parentPath, name }): [string, string] => [
          path.relative(folder, path.join(parentPath, name)),
          'folder',
        ]),
    ].sort(),
  );
}

/** The largest value of any channel in an area of a picture: 0 where all of it is black. */
async function lightestIn(picture: string | Buffer, area: Region): Promise<number> {
  return Math.max(...(await sharp(picture).extract(area).removeAlpha().raw().toBuffer()));
}

function add(
  folder: string,
  outputPath: (name: string) => string,
  request: Partial<CaptureRequest> & { picture: string },
  reader = fakeReader(),
): Promise<AddedCapture> {
  return addCapture(
    folder,
    {
      slug: 'northwind',
      step: 'restrict-ip',
      screen: undefined,
      alt,
      redact: [],
      date: casesDay,
      ...request,
    },
    { reader, cacheFolder: outputPath('cache'), unreadIs: 'error' },
  );
}

function run(folder: string, args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    path.resolve('node_modules/.bin/node'),
    ['src/tools/capture.ts', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', CONTENT_DIR: folder },
      shell: process.platform === 'win32',
    },
  );
  return { status, out: stdout, err: stderr };
}

test.describe('the command', () => {
  test.setTimeout(60_000);

  test('refuses a picture with a key, says where, and takes it when that is covered', async ({
    outputPath,
  }) => {
    // Twice the width that is kept, with what cameras and programs leave.
    const drawn = await drawPicture([...plainForm, keyLine], { width: 1408 });
    const screenshot = await sharp(drawn)
      .resize({ width: 2816 })
      .withExif({ IFD0: { Copyright: 'Somebody' } })
      .png()
      .toBuffer();
    const { folder, picture } = await prepare(outputPath, screenshot);
    const before = await bytesOf(folder);
    const args = ['northwind', 'restrict-ip', picture, '--alt', alt, '--date', casesDay];

    const refused = run(folder, args);
    expect({ status: refused.status, out: refused.out }).toEqual({ status: 1, out: '' });
    expect(refused.err).toMatch(
      /^Nothing was written, because the picture must not be published as it is:\n {2}picture-secret {2}There is what looks like a key/,
    );
    expect(await bytesOf(folder)).toEqual(before);
    const [, flag = ''] = /Run the command again with --redact (\S+)\n/.exec(refused.err) ?? [];
    const box = parseBox(flag);
    // In pixels of the screenshot: twice those of the capture.
    expect(box.x).toBeGreaterThan(440);
    expect(box.x).toBeLessThan(490);

    const added = run(folder, [...args, '--redact', flag]);
    expect({ status: added.status, err: added.err }).toEqual({ status: 0, err: '' });
    expect(added.out).toMatch(/address-form\.png is written: 1408 × 320 pixels, \d+ kB\./);
    expect(added.out).toContain(
      '  Scaled down from 2816 × 640 pixels.\n  Left behind: EXIF.\n  1 area is covered.\n',
    );
    expect(added.out).toContain('the entry of the screen "address-form" is added.');
    expect(added.out).toContain('Look at the picture before you commit:');

    const file = path.join(folder, 'exchanges/northwind/captures/address-form.png');
    const { exif, icc, xmp, iptc, width, format } = await sharp(file).metadata();
    expect({ exif, icc, xmp, iptc, width, format }).toEqual({ width: 1408, format: 'png' });
    // Opaque black all over the area, to its edges.
    const inside = {
      left: Math.ceil(box.x / 2),
      top: Math.ceil(box.y / 2),
      width: Math.floor(box.width / 2) - 1,
      height: Math.floor(box.height / 2) - 1,
    };
    expect(await lightestIn(file, inside)).toBe(0);
    expect((await sharp(file).stats()).isOpaque).toBe(true);

    const after = await bytesOf(folder);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([
      'exchanges/northwind/captures/address-form.png',
      'exchanges/northwind/guide.mdx',
    ]);
    const guide = await readFile(path.join(folder, 'exchanges/northwind/guide.mdx'), 'utf8');
    expect(guide).toContain(
      `  - screen: address-form\n    file: ./captures/address-form.png\n    alt: ${alt}\n    date: ${casesDay}\n`,
    );
    const options = { reader: fakeReader(), cacheFolder: outputPath('cache') };
    expect((await checkFolder(folder, options)).problems).toEqual([]);
  });

  test('wrong options end with 2 and the usage, wrong values with 1', async ({ outputPath }) => {
    const { folder, picture } = await prepare(outputPath, await drawPicture(plainForm));
    const place = ['northwind', 'restrict-ip', picture];
    const cases: readonly (readonly [args: string[], status: number, part: string])[] = [
      [[], 2, 'Expected an exchange, a step and a screenshot, but found nothing.'],
      [[...place, 'more'], 2, 'write --redact before each area.'],
      [[...place, '--crop', '1'], 2, "Unknown option '--crop'"],
      [[...place, '--redact', '1,2,3'], 1, '--redact is "1,2,3"; expected four whole numbers'],
      [[...place, '--date', 'today'], 1, '--date is "today"; expected a day such as 2026-11-20.'],
      [[...place, '--date', '2099-01-01'], 1, '--date is 2099-01-01, which is after today'],
      [place, 1, '--alt is missing: one sentence'],
    ];
    const before = await bytesOf(folder);
    for (const [args, status, part] of cases) {
      const result = run(folder, args);
      expect({ status: result.status, out: result.out }, part).toEqual({ status, out: '' });
      expect(result.err).toContain(part);
      expect(result.err.includes('Usage: npm run capture'), part).toBe(status === 2);
    }
    expect(await bytesOf(folder)).toEqual(before);
  });
});

test.describe('the place', () => {
  const place = async (slug: string, step: string, screen?: string) =>
    findPlace(parseContent(await validFiles()), { slug, step, screen });

  test('a step with one screen needs no more', async () => {
    const { screen, file, drawnAlt } = await place('northwind', 'restrict-ip');
    expect({ screen, file, drawnAlt }).toEqual({
      screen: 'address-form',
      file: 'exchanges/northwind/captures/address-form.png',
      drawnAlt: 'Choose Only these addresses and enter those of your tool.',
    });
  });

  test('a step with several needs --screen, and one that it has', async () => {
    await expect(place('northwind', 'create-key')).rejects.toThrow(
      'The step "create-key" has 2 screens: "key-list" and "create-form". Say with --screen which one the picture replaces, such as --screen key-list.',
    );
    expect((await place('northwind', 'create-key', 'create-form')).screen).toBe('create-form');
    await expect(place('northwind', 'create-key', 'create-from')).rejects.toThrow(
      'The step "create-key" has no screen "create-from". Did you mean "create-form"? It has "key-list" and "create-form".',
    );
  });

  test('an exchange, a step and a screen that are not there', async () => {
    await expect(place('northwint', 'restrict-ip')).rejects.toThrow(
      'There is no exchange "northwint". Did you mean "northwind"? There are "fabrikam" and "northwind".',
    );
    await expect(place('northwind', 'restrict-ips')).rejects.toThrow(
      'The guide of northwind has no step "restrict-ips". Did you mean "restrict-ip"? Its steps are "check-account",',
    );
    await expect(place('northwind', 'test-key')).rejects.toThrow(
      'The step "test-key" has no screen that a capture could replace. Draw one in screens.yaml and place it in the step first.',
    );
  });
});

test.describe('the picture', () => {
  test('stands upright; areas are those of the upright picture', async () => {
    const turned = await sharp(await drawPicture(plainForm, { width: 200, height: 100 }))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const drawn = await drawCapture(turned, [{ x: 0, y: 150, width: 100, height: 50 }]);
    expect([drawn.width, drawn.height, drawn.original]).toEqual([
      100,
      200,
      { width: 100, height: 200 },
    ]);
    expect(await lightestIn(drawn.bytes, { left: 0, top: 150, width: 100, height: 50 })).toBe(0);
    expect(await lightestIn(drawn.bytes, { left: 0, top: 140, width: 100, height: 60 })).toBe(255);
    expect(drawn.removed).toContain('EXIF');
  });

  test('an area outside is refused with the size', async () => {
    const picture = await drawPicture(plainForm, { width: 300, height: 200 });
    await expect(drawCapture(picture, [{ x: 250, y: 10, width: 51, height: 10 }])).rejects.toThrow(
      'The picture has 300 × 200 pixels, and --redact 250,10,51,10 reaches beyond it.',
    );
    await drawCapture(picture, [{ x: 250, y: 10, width: 50, height: 190 }]);
  });

  test('nothing of what is covered reaches pixels beside it', async () => {
    const [empty, full] = [
      await drawPicture(plainForm, { width: 2816 }),
      await drawPicture([...plainForm, keyLine], { width: 2816 }),
    ];
    expect((await drawCapture(full, [])).bytes).not.toEqual((await drawCapture(empty, [])).bytes);
    expect((await drawCapture(full, [keyBox])).bytes).toEqual(
      (await drawCapture(empty, [keyBox])).bytes,
    );
  });

  test('what is transparent becomes white, and what lay below is gone', async () => {
    const clear = { width: 60, height: 40, channels: 4, background: '#12345600' } as const;
    const drawn = await drawCapture(await sharp({ create: clear }).png().toBuffer(), []);
    const { channels, isOpaque } = await sharp(drawn.bytes).stats();
    expect(isOpaque).toBe(true);
    expect(channels.slice(0, 3).map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  test('colours are kept exactly where the file is small enough, grey pictures too', async () => {
    for (const colour of ['#1556a0', '#808080']) {
      const plain = { width: 300, height: 200, channels: 3, background: colour } as const;
      for (const picture of [sharp({ create: plain }), sharp({ create: plain }).greyscale()]) {
        const source = await picture.png().toBuffer();
        const wanted = await sharp(source).toColourspace('srgb').removeAlpha().raw().toBuffer();
        const { bytes, fewerColours } = await drawCapture(source, []);
        const got = await sharp(bytes).toColourspace('srgb').removeAlpha().raw().toBuffer();
        expect(fewerColours).toBe(false);
        expect(got.equals(wanted)).toBe(true);
      }
    }
  });

  test('a file that is no picture', async () => {
    await expect(drawCapture(Buffer.from('no picture'), [])).rejects.toThrow(
      /^The file is no picture that can be read \(.*\)\. Expected a screenshot as PNG, JPEG, WebP or AVIF\.$/,
    );
  });
});

test.describe('the frontmatter', () => {
  const entry = { screen: 'b', file: './captures/b.png', alt: 'Press: now.', date: '2026-11-20' };
  const block = `  - screen: b\n    file: ./captures/b.png\n    alt: "Press: now."\n    date: 2026-11-20\n`;
  const guide = (yaml: string): string => `---\n${yaml}---\n\nBody: captures\n`;
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['no list, no checklist', 'title: x # why\n', `title: x # why\ncaptures:\n${block}`],
    [
      'no list, before the checklist and its comment',
      'steps:\n  - id: a\n  # inner\n\n# about\n# the list\nchecklist: []\n',
      `steps:\n  - id: a\n  # inner\n\ncaptures:\n${block}# about\n# the list\nchecklist: []\n`,
    ],
    [
      'a list of other screens, with comments',
      'captures: # c\n  - screen: a\n    alt: "x" # y\n  # behind\n\nchecklist: []\n',
      `captures: # c\n  - screen: a\n    alt: "x" # y\n${block}  # behind\n\nchecklist: []\n`,
    ],
    [
      'a list without indent',
      'captures:\n- screen: a\nchecklist: []\n',
      `captures:\n- screen: a\n${block.replaceAll(/^ {2}/gm, '')}checklist: []\n`,
    ],
    [
      'an empty list',
      'captures: [] # none\nz: 1\n',
      `captures: \n${block.trimEnd()} # none\nz: 1\n`,
    ],
    [
      'a list in brackets',
      'captures: [{ screen: a }]\n',
      'captures: [{ screen: a }, { screen: b, file: ./captures/b.png, alt: "Press: now.", date: 2026-11-20 }]\n',
    ],
    [
      'an entry of the screen, with comments',
      "captures:\n  - screen: b # s\n    alt: 'old' # a\n    date: 2025-01-01\n    # f\n    file: ./captures/b.webp\n  - screen: c\n",
      'captures:\n  - screen: b # s\n    alt: "Press: now." # a\n    date: 2026-11-20\n    # f\n    file: ./captures/b.png\n  - screen: c\n',
    ],
    [
      'an entry in braces and a folded text',
      'captures:\n  - { screen: b, file: x, alt: y, date: 2025-01-01 }\n',
      'captures:\n  - { screen: b, file: ./captures/b.png, alt: "Press: now.", date: 2026-11-20 }\n',
    ],
    [
      'a text over several lines',
      'captures:\n  - screen: b\n    alt: >-\n      one\n      two\n    file: x\n    date: 2025-01-01\n',
      'captures:\n  - screen: b\n    alt: "Press: now."\n    file: ./captures/b.png\n    date: 2026-11-20\n',
    ],
  ];
  for (const [name, before, after] of cases) {
    test(name, () => {
      expect(withCapture(guide(before), entry)).toBe(guide(after));
      const windows = (text: string): string => text.replaceAll('\n', '\r\n');
      expect(withCapture(windows(guide(before)), entry)).toBe(windows(guide(after)));
    });
  }

  test('frontmatter that cannot be read, or is not there, is refused', () => {
    expect(() => withCapture(guide('a: [\n'), entry)).toThrow(
      'The frontmatter of the guide cannot be read.',
    );
    expect(() => withCapture('Body', entry)).toThrow('The guide has no frontmatter.');
  });
});

test.describe('what is written', () => {
  test('an entry is renewed, and the file before it goes', async ({ outputPath }) => {
    const { folder, picture } = await prepare(outputPath, await drawPicture(plainForm));
    const captures = path.join(folder, 'exchanges/northwind/captures');
    const guide = path.join(folder, 'exchanges/northwind/guide.mdx');
    await rename(path.join(captures, 'key-created.png'), path.join(captures, 'old.png'));
    const text = await readFile(guide, 'utf8');
    await writeFile(guide, text.replace('./captures/key-created.png', './captures/old.png'));
    const added = await add(folder, outputPath, { step: 'save-credentials', picture });
    expect(added).toMatchObject({ renewed: true, removed: 'exchanges/northwind/captures/old.png' });
    expect(await readdir(captures)).toEqual(['key-created.png']);
    expect(await readFile(guide, 'utf8')).toBe(
      text.replace(
        'alt: Copy the three values from the green box before you press Done.',
        `alt: ${alt}`,
      ),
    );
  });

  test('the capture itself can be made anew, to cover more', async ({ outputPath }) => {
    const { folder } = await prepare(outputPath, await drawPicture(plainForm));
    const picture = path.join(folder, 'exchanges/northwind/captures/key-created.png');
    const redact = [{ x: 0, y: 0, width: 800, height: 500 }];
    await add(folder, outputPath, { step: 'save-credentials', picture, redact });
    expect((await sharp(picture).stats()).channels.slice(0, 3).map(({ max }) => max)).toEqual([
      0, 0, 0,
    ]);
  });

  test('a folder "captures" is made where there is none', async ({ outputPath }) => {
    const { folder, picture } = await prepare(outputPath, await drawPicture(plainForm));
    const guide = path.join(folder, 'exchanges/northwind/guide.mdx');
    await rm(path.join(folder, 'exchanges/northwind/captures'), { recursive: true });
    const text = await readFile(guide, 'utf8');
    await writeFile(guide, text.replace(/^captures:\n(?: .*\n)+/m, ''));
    await add(folder, outputPath, { picture });
    const files = await readContentFiles(folder);
    expect([...files.others]).toEqual(['exchanges/northwind/captures/address-form.png']);
  });

  const refusals: readonly (readonly [
    name: string,
    request: Partial<CaptureRequest>,
    message: string,
  ])[] = [
    [
      'no text alternative',
      { alt: undefined },
      '--alt is missing: one sentence that tells somebody who does not see the picture what to do. The drawing says: --alt "Choose Only these addresses',
    ],
    [
      'a poor text alternative',
      { alt: 'Screenshot of the form' },
      'says that there is a picture, not what to do.',
    ],
    [
      'a text alternative with a secret',
      { alt: `Type ${madeUp.secret} into the field.` },
      'secret  This looks like a key or a secret.',
    ],
    ['an area outside', { redact: [{ x: 0, y: 0, width: 5000, height: 1 }] }, 'reaches beyond it.'],
    [
      'a screenshot that is not there',
      { picture: 'nowhere.png' },
      'The screenshot nowhere.png cannot be read (ENOENT',
    ],
  ];
  for (const [name, request, message] of refusals) {
    test(`${name} leaves everything as it was`, async ({ outputPath }) => {
      const { folder, picture } = await prepare(outputPath, await drawPicture(plainForm));
      const before = await bytesOf(folder);
      await expect(add(folder, outputPath, { picture, ...request })).rejects.toThrow(message);
      expect(await bytesOf(folder)).toEqual(before);
    });
  }

  test('a secret leaves everything as it was; all boxes are told, old ones too', async ({
    outputPath,
  }) => {
    const { folder, picture } = await prepare(outputPath, await drawPicture(plainForm));
    const before = await bytesOf(folder);
    const reader = fakeReader({
      rows: [[{ text: madeUp.email, box: { x: 100, y: 50, width: 80, height: 10 } }]],
      codes: [{ x: 700, y: 200, width: 196, height: 90 }],
    });
    const redact = [{ x: 1, y: 2, width: 3, height: 4 }];
    await expect(add(folder, outputPath, { picture, redact }, reader)).rejects.toThrow(
      `Run the command again with --redact ${formatBox({ x: 1, y: 2, width: 3, height: 4 })} --redact 694,194,206,102 --redact 94,44,92,22\n`,
    );
    expect(await bytesOf(folder)).toEqual(before);
  });

  test('a screenshot within the content is refused', async ({ outputPath }) => {
    const { folder } = await prepare(outputPath, await drawPicture(plainForm));
    const picture = path.join(folder, 'exchanges/northwind/shot.png');
    await writeFile(picture, await drawPicture(plainForm));
    await expect(add(folder, outputPath, { picture })).rejects.toThrow(
      'lies in the content folder, where it could be committed. Move it out of the repository and try again.',
    );
  });

  test('a failure half-way puts everything back', async ({ outputPath }) => {
    const { folder, picture } = await prepare(outputPath, await drawPicture(plainForm));
    // A folder in the place of the temporary guide: the picture is written before it.
    await mkdir(path.join(folder, 'exchanges/northwind/guide.mdx.part/x'), { recursive: true });
    const before = await bytesOf(folder);
    await expect(add(folder, outputPath, { picture })).rejects.toThrow(
      /^The files could not be written \(EISDIR.*\)\. Everything is as it was; put that right and run the command again\.$/,
    );
    expect(await bytesOf(folder)).toEqual(before);
  });
});
