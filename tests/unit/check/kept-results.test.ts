import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import { checkContent, checkFolder } from '../../../src/check/check.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { keptTexts, type KeptTexts } from '../../../src/check/kept-texts.ts';
import type { Problem } from '../../../src/check/problem.ts';
import { templateSlug } from '../../../src/check/parts.ts';
import { casesDay, validFolder } from '../../support/check-cases.ts';
import { fakeReader, madeUp, test as base } from '../../support/pictures.ts';

/** A content folder that can be changed, checked with one cache for all runs and with none. */
interface Bench {
  readonly content: string;
  readonly keptFolder: string;
  edit(file: string, find: string, replace: string): Promise<void>;
  /** Checks with what earlier runs kept. */
  warm(options?: { day?: string; code?: string }): Promise<Problem[]>;
  /** Checks without. */
  cold(day?: string): Promise<Problem[]>;
}

const test = base.extend<{ bench: Bench }>({
  bench: async ({ outputPath }, use) => {
    const content = outputPath('content');
    const keptFolder = outputPath('kept');
    await cp(validFolder, content, { recursive: true });
    const pictures = () => ({ reader: fakeReader(), cacheFolder: outputPath('pictures') });
    await use({
      content,
      keptFolder,
      edit: async (file, find, replace) => {
        const full = path.join(content, file);
        const text = await readFile(full, 'utf8');
        expect(text, `${file}: ${find}`).toContain(find);
        await writeFile(full, text.replace(find, replace));
      },
      warm: async ({ day = casesDay, code } = {}) => {
        const kept = keptTexts(keptFolder, code === undefined ? {} : { code });
        expect(kept).toBeDefined();
        return (await checkFolder(content, { ...pictures(), kept, day })).problems;
      },
      cold: async (day = casesDay) => (await checkFolder(content, { ...pictures(), day })).problems,
    });
  },
});

const northwind = 'exchanges/northwind';
const fabrikam = 'exchanges/fabrikam';

/** Results that a text stands in are replaced by one that says something else. */
async function falsify(folder: string, find: string, replace: string): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder)) {
    const text = (await readFile(path.join(folder, name), 'utf8')).replace(/^.*\n/, '');
    if (!text.includes(find)) continue;
    // Written by the cache itself, so that its checksum is right.
    keptTexts(folder)?.set(name, text.replace(find, replace));
    count += 1;
  }
  return count;
}

test('a result that is known is not made again', async ({ bench }) => {
  await bench.edit(`${northwind}/guide.mdx`, 'minutes: 8', 'minutes: eight');
  const problems = await bench.warm();
  expect(problems).toHaveLength(1);
  expect(await falsify(bench.keptFolder, 'is \\"eight\\"', 'is \\"KEPT\\"')).toBe(1);
  expect((await bench.warm()).map(({ message }) => message)).toEqual([
    '"minutes" is "KEPT"; expected a number.',
  ]);
  // Another exchange was edited: this one is still known.
  await bench.edit(`${fabrikam}/guide.mdx`, 'minutes: 5', 'minutes: 6');
  expect((await bench.warm()).map(({ message }) => message)).toEqual([
    '"minutes" is "KEPT"; expected a number.',
  ]);
  // With other code, as after a change of a rule, nothing is known.
  expect(await bench.warm({ code: 'other code' })).toEqual(problems);
});

/** Changes after which something of an unchanged exchange, or of another file, is wrong or right. */
const changes: readonly {
  readonly name: string;
  readonly change: (bench: Bench) => Promise<unknown>;
  readonly day?: string;
  /** Rules that report something after it. */
  readonly rules: readonly string[];
}[] = [
  { name: 'nothing', change: async () => undefined, rules: [] },
  {
    name: 'a text of one file',
    change: ({ edit }) => edit(`${northwind}/guide.mdx`, 'minutes: 8', 'minutes: 800'),
    rules: ['schema'],
  },
  {
    name: 'the name of another exchange, which this one uses as a word',
    change: async ({ edit }) => {
      await edit(`${fabrikam}/exchange.yaml`, 'name: Fabrikam', 'name: Account');
      await edit(`${northwind}/guide.mdx`, 'It places no order.', 'Account places no order.');
    },
    rules: ['folder-name', 'other-exchange', 'title-names-exchange'],
  },
  {
    name: 'a domain of another exchange',
    change: ({ edit }) =>
      edit(
        `${fabrikam}/exchange.yaml`,
        '[fabrikam.example]',
        '[fabrikam.example, northwind.example]',
      ),
    rules: ['shared-domain'],
  },
  {
    name: 'the id of a use case',
    change: ({ edit }) => edit('use-cases.yaml', 'id: read-only', 'id: read-all'),
    rules: ['unknown-use-case'],
  },
  {
    name: 'what a use case needs',
    change: ({ edit }) => edit('use-cases.yaml', 'trade-spot]', 'trade-spot, earn]'),
    rules: ['unserved-use-case'],
  },
  {
    name: 'the file of use cases is gone',
    change: ({ content }) => rm(path.join(content, 'use-cases.yaml')),
    rules: ['file-missing'],
  },
  {
    name: 'a template that says what a guide says',
    change: ({ content }) =>
      cp(path.join(content, northwind), path.join(content, 'exchanges', templateSlug), {
        recursive: true,
      }),
    rules: ['template-left'],
  },
  {
    name: 'a copy of a guide',
    change: ({ content }) =>
      cp(path.join(content, northwind), path.join(content, 'exchanges/contoso'), {
        recursive: true,
      }),
    rules: ['cloned-guide', 'shared-domain'],
  },
  {
    name: 'a picture is gone',
    change: ({ content }) => rm(path.join(content, northwind, 'captures'), { recursive: true }),
    rules: ['capture-file'],
  },
  {
    name: 'the day, by years',
    change: async () => undefined,
    day: '2030-01-01',
    rules: ['stale-source'],
  },
  {
    name: 'the day, back',
    change: async () => undefined,
    day: '2020-01-01',
    rules: ['future-date'],
  },
  {
    name: 'a permalink is listed that does not exist',
    change: ({ content }) => writeFile(path.join(content, 'permalinks.txt'), '/gone/\n'),
    rules: ['permanence'],
  },
];

for (const { name, change, day, rules } of changes) {
  test(`no stale finding after a change: ${name}`, async ({ bench }) => {
    expect(await bench.warm()).toEqual([]);
    await change(bench);
    const fresh = await bench.cold(day);
    expect(fresh.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]));
    const options = day === undefined ? {} : { day };
    // The first run makes results anew where it has to, the second knows them all.
    expect(await bench.warm(options)).toEqual(fresh);
    expect(await bench.warm(options)).toEqual(fresh);
    // And the other way round: what was wrong is forgotten when it is right again.
    await rm(bench.content, { recursive: true });
    await cp(validFolder, bench.content, { recursive: true });
    expect(await bench.warm()).toEqual([]);
  });
}

test('places of findings that depend on the day are kept', async ({ bench }) => {
  const day = '2030-01-01';
  const fresh = await bench.cold(day);
  expect(await bench.warm({ day })).toEqual(fresh);
  const place = fresh.find(({ file }) => file === `${northwind}/exchange.yaml`);
  expect(
    await falsify(
      bench.keptFolder,
      `{"line":${place?.line},"column":${place?.column}}`,
      '{"line":9999,"column":1}',
    ),
  ).toBe(1);
  expect((await bench.warm({ day })).map(({ line }) => line)).toContain(9999);
  // Other lines, other places.
  await bench.edit(`${northwind}/exchange.yaml`, 'names:', '\n\nnames:');
  expect(await bench.warm({ day })).toEqual(await bench.cold(day));
});

test('damaged results count for nothing', async ({ bench }) => {
  await bench.edit(`${northwind}/guide.mdx`, 'minutes: 8', 'minutes: 800');
  const fresh = await bench.warm();
  for (const damage of ['', 'x', '{}']) {
    for (const name of await readdir(bench.keptFolder))
      await writeFile(path.join(bench.keptFolder, name), damage);
    expect(await bench.warm()).toEqual(fresh);
  }
});

test('what looks like a secret is reported each time and never kept', async ({ bench }) => {
  await bench.edit(`${northwind}/guide.mdx`, 'title: ', `title: ${madeUp.secret} `);
  for (const _ of [1, 2]) expect((await bench.warm()).map(({ rule }) => rule)).toContain('secret');
  for (const name of await readdir(bench.keptFolder))
    expect(await readFile(path.join(bench.keptFolder, name), 'utf8')).not.toContain(madeUp.secret);
});

test('several threads find what one finds, in the same order', async ({ bench }) => {
  // Enough exchanges that other threads are worth while, each with a fault of its own.
  for (let index = 0; index < 70; index += 1) {
    const slug = `exchanges/fabrikam${index}`;
    await cp(path.join(bench.content, fabrikam), path.join(bench.content, slug), {
      recursive: true,
    });
    await bench.edit(`${slug}/guide.mdx`, 'minutes: 5', `minutes: ${index}00`);
  }
  const alone = checkContent(await readContentFiles(bench.content), casesDay);
  expect(alone.length).toBeGreaterThan(70);
  const reader = fakeReader();
  for (const mostWorkers of [1, 2]) {
    const kept: KeptTexts | undefined = keptTexts(path.join(bench.keptFolder, String(mostWorkers)));
    const options = { reader, cacheFolder: bench.keptFolder, day: casesDay, kept, mostWorkers };
    for (const _ of ['made', 'known']) {
      const { problems } = await checkFolder(bench.content, options);
      expect(
        problems.map((problem) => ({ ...problem, file: path.basename(problem.file) })),
      ).toEqual(alone.map((problem) => ({ ...problem, file: path.basename(problem.file) })));
    }
  }
});
