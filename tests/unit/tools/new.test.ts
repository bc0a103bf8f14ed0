import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { parseContent } from '../../../src/content/content.ts';
import { today } from '../../../src/derive/dates.ts';
import { fillTemplate } from '../../../src/tools/new/fill.ts';
import { placesLeft } from '../../../src/tools/new/left.ts';
import { validFolder } from '../../support/check-cases.ts';

const answers = {
  name: 'Adventure Works',
  site: 'https://www.adventure-works.example',
  keyPage: 'https://www.adventure-works.example/keys',
  docs: 'https://docs.adventure-works.example/rest',
  useCase: 'read-only',
};
const flags = [
  '--site',
  answers.site,
  '--key-page',
  answers.keyPage,
  '--docs',
  answers.docs,
  '--use-case',
  answers.useCase,
];
const template = 'content/exchanges/_template';

let content: string;

test.beforeEach(async () => {
  await mkdir('.cache', { recursive: true });
  // Below the project, so that messages name it by a short path.
  content = await mkdtemp(path.resolve('.cache/new-'));
  await cp(validFolder, content, { recursive: true });
  await cp(template, path.join(content, 'exchanges/_template'), { recursive: true });
});
test.afterEach(() => rm(content, { recursive: true }));

function run(
  args: readonly string[],
  input = '',
): { status: number | null; out: string; err: string } {
  // Node as the project installs it: it runs TypeScript as it is.
  const node = path.resolve('node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(node, ['src/tools/new.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, NODE_OPTIONS: '', CONTENT_DIR: content },
    shell: process.platform === 'win32',
  });
  return { status, out: stdout, err: stderr };
}

async function folders(): Promise<string[]> {
  return (await readdir(path.join(content, 'exchanges'))).sort();
}

async function made(slug: string) {
  const parsed = parseContent(await readContentFiles(content));
  return parsed.exchanges.find((exchange) => exchange.slug === slug);
}

const before = ['_template', 'fabrikam', 'northwind'];

test('flags make a guide that holds what is known, and the template stays as it is', async () => {
  const { status, out, err } = run(['adventure-works', '--yes', ...flags]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(await folders()).toEqual(['_template', 'adventure-works', 'fabrikam', 'northwind']);
  const exchange = await made('adventure-works');
  const facts = exchange?.facts?.value;
  expect(facts?.names.name).toBe(answers.name);
  expect(facts?.sites.items[0]?.address).toBe(answers.site);
  expect(facts?.domains.official).toEqual(['adventure-works.example']);
  expect(facts?.keyPage.url).toBe(answers.keyPage);
  expect(facts?.docs.api).toBe(answers.docs);
  expect(facts?.sources).toEqual([
    expect.objectContaining({ url: answers.docs, publisher: answers.name, checked: today() }),
  ]);
  const guide = exchange?.guide?.value;
  expect(guide?.title).toBe('Create an API key on Adventure Works');
  expect(guide?.defaultUseCase).toBe('read-only');
  expect(guide?.verification.date).toBe(today());
  expect(exchange?.screens?.value?.screens[0]?.address).toBe(`${answers.site}/`);

  const folder = `${path.relative('', content)}/exchanges/adventure-works`;
  expect(out).toContain(`${folder}/ is made.`);
  expect(out).toContain('sites.items.0.who  Who belongs there.\n');
  expect(out).toContain(`${folder}/steps/test-key.mdx:1  test-key  Prove that the key works`);
  expect(out).toContain('npm run check');
  for (const name of ['exchange.yaml', 'errors.yaml', 'sources.yaml', 'screens.yaml']) {
    const text = await readFile(path.join(content, 'exchanges/adventure-works', name), 'utf8');
    expect(text.split('\n')[0]).toBe(
      `# yaml-language-server: $schema=../../../public/schemas/${name.replace('.yaml', '.json')}`,
    );
  }
});

test('every line of the list leads to the place that it names', async () => {
  const { out } = run(['adventure-works', '--yes', ...flags]);
  const lines = [...out.matchAll(/^(\S+):(\d+) {2}(\S+) {2}(\S.*)$/gm)];
  expect(lines.length).toBeGreaterThan(100);
  expect(out).toContain(`\n${lines.length} places.`);
  for (const [, file = '', number, what = ''] of lines) {
    const text = (await readFile(file, 'utf8')).split('\n')[Number(number) - 1] ?? '';
    const field =
      what
        .split('.')
        .filter((part) => !/^\d+$/.test(part))
        .at(-1) ?? '';
    // A list that stands below its field starts with a dash.
    const expected = file.includes('/steps/') ? /^---$/ : new RegExp(`\\b${field}: |^ +- \\S`);
    expect(text).toMatch(expected);
  }
});

test('the result passes every rule but those about the template, domains and requests, and the former finds much', async () => {
  run(['adventure-works', '--yes', ...flags]);
  const problems = checkContent(await readContentFiles(content));
  expect([...new Set(problems.map(({ rule }) => rule))].toSorted()).toEqual([
    'dead-link',
    'official-domain',
    'permanence',
    'reviewed-request',
    'template-left',
    'tool-id',
  ]);
  // What is new among the addresses is told where they are listed, and nothing else elsewhere.
  expect(
    problems
      .filter(({ file }) => !file.startsWith('exchanges/adventure-works/'))
      .map(({ file, rule }) => `${file}: ${rule}`),
  ).toEqual(['permalinks.txt: permanence']);
  for (const file of [
    'exchange.yaml',
    'errors.yaml',
    'signing.yaml',
    'sources.yaml',
    'screens.yaml',
    'guide.mdx',
    'steps/test-key.mdx',
  ])
    expect(
      problems.some((problem) => problem.file.endsWith(`/${file}`)),
      file,
    ).toBe(true);
  expect(problems.length).toBeGreaterThan(60);
});

test('questions are answered through a pipe; a wrong answer is told and asked again', async () => {
  const { status, out, err } = run(
    ['adventure-works'],
    [
      '', // the name from the folder
      'www.adventure-works.example',
      `${answers.site}/?ref=42`,
      `${answers.site}/`,
      answers.keyPage,
      answers.docs,
      'spot',
      'futures-trading',
    ].join('\n'),
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('Name, as the exchange writes it [Adventure Works]: ');
  expect(out).toContain('  Expected an address that starts with https://');
  expect(out).toContain('  The address carries the referral parameter "ref".');
  expect(out).toContain('  Expected one of read-only, spot-trading, futures-trading.');
  const exchange = await made('adventure-works');
  expect(exchange?.facts?.value?.sites.items[0]?.address).toBe(answers.site);
  expect(exchange?.guide?.value?.defaultUseCase).toBe('futures-trading');
});

test('only what no flag says is asked, and the name may come from the answer alone', async () => {
  const { status, out } = run(flags, 'Crypto.Sample & Co\n');
  expect(status).toBe(0);
  expect(out).not.toContain('API documentation:');
  expect(await folders()).toContain('crypto-sample-co');
  expect((await made('crypto-sample-co'))?.facts?.value?.names.name).toBe('Crypto.Sample & Co');
});

test('an input that ends early makes nothing', async () => {
  const { status, err } = run(['adventure-works'], 'Adventure Works\n');
  expect(status).toBe(1);
  expect(err).toContain('The input ended before this was answered: Main address');
  expect(await folders()).toEqual(before);
});

test('a folder that exists is never touched, not even an empty one', async () => {
  const file = path.join(content, 'exchanges/northwind/guide.mdx');
  const text = await readFile(file, 'utf8');
  await mkdir(path.join(content, 'exchanges/adventure-works'));
  for (const name of ['northwind', 'adventure-works']) {
    const { status, err } = run([name, '--yes', ...flags]);
    expect(status).toBe(1);
    expect(err).toBe(
      `${path.relative('', content)}/exchanges/${name} exists already, and nothing was changed. Edit what is there, or give another name.\n`,
    );
  }
  // The name that leads there counts, wherever it comes from.
  expect(run(['--name', 'Northwind', '--yes', ...flags]).err).toContain('exists already');
  expect(await readFile(file, 'utf8')).toBe(text);
  expect(await readdir(path.join(content, 'exchanges/adventure-works'))).toEqual([]);
  expect(await folders()).toEqual(['_template', 'adventure-works', 'fabrikam', 'northwind']);
});

for (const [name, args, fault] of [
  [
    'an address of the site',
    ['concepts'],
    '"concepts" is the address of another page of the site.',
  ],
  ['a name of the site', ['x', '--name', 'Lifetimes'], '"lifetimes" is the address of another'],
  ['a name without Latin letters', ['--name', '取引所'], 'Expected a name with Latin letters'],
  ['a name that is not one of text', ['--name', 'A: B'], 'Expected a name of letters, digits'],
  [
    'another name than the folder',
    ['kraken', '--name', 'Adventure'],
    'is "adventure", not "kraken"',
  ],
] as const) {
  test(`${name} is refused`, async () => {
    const { status, err } = run([...args, '--yes', ...flags]);
    expect(status).toBe(1);
    expect(err).toContain(fault);
    expect(await folders()).toEqual(before);
  });
}

test('wrong and missing answers are told all at once', async () => {
  const { status, err } = run([
    'adventure-works',
    '--yes',
    '--site',
    'http://www.adventure-works.example',
    '--key-page',
    'https://name@adventure-works.example',
    '--use-case',
    'gambling',
  ]);
  expect(status).toBe(1);
  expect(err)
    .toBe(`--site is "http://www.adventure-works.example". Expected an address that starts with https:// and has no user name and no port.
--key-page is "https://name@adventure-works.example". Expected an address that starts with https:// and has no user name and no port.
--docs is missing: Address of the API documentation.
--use-case is "gambling". Expected one of read-only, spot-trading, futures-trading.
`);
  expect(await folders()).toEqual(before);
});

test('an option that does not exist ends with 2 and the usage', () => {
  const { status, err } = run(['adventure-works', '--nmae', 'X']);
  expect(status).toBe(2);
  expect(err).toContain("Unknown option '--nmae'");
  expect(err).toContain('Usage: npm run new');
  expect(run(['adventure', 'works']).status).toBe(2);
});

test('a copy that fails a check leaves nothing behind', async () => {
  const { status, err } = run([
    'adventure-works',
    '--yes',
    ...flags,
    '--site',
    'https://www.northwind.example',
  ]);
  expect(status).toBe(1);
  expect(err).toContain('fails the checks, so nothing was made:');
  expect(err).toMatch(/adventure-works\/exchange\.yaml:\d+:\d+ {2}shared-domain {2}/);
  expect(await folders()).toEqual(before);
});

test('a template that is not whole leaves nothing behind', async () => {
  await rm(path.join(content, 'exchanges/_template/screens.yaml'));
  const { status, err } = run(['adventure-works', '--yes', ...flags]);
  expect(status).toBe(1);
  expect(err).toMatch(/screens\.yaml:1:1 {2}file-missing {2}/);
  expect(await folders()).toEqual(before);
});

test('what somebody filled in is no longer listed', async () => {
  const names = ['exchange.yaml', 'guide.mdx', 'steps/test-key.mdx', 'screens.yaml'];
  const texts = new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [
        name,
        await readFile(path.join(template, name), 'utf8'),
      ]),
    ),
  );
  const copy = new Map(
    [...texts].map(([name, text]) => [name, fillTemplate(text, answers, today())]),
  );
  const all = placesLeft(texts, copy, answers, today());
  const damage = (name: string, find: string, replace: string): void => {
    expect(copy.get(name)).toContain(find);
    copy.set(name, (copy.get(name) ?? '').replace(find, replace));
  };
  damage('exchange.yaml', 'days: 90', 'days: 30');
  damage('exchange.yaml', 'label: Key name', 'label: Remark');
  damage('steps/test-key.mdx', 'Write what the test does not prove.', 'It proves one box.');
  const left = placesLeft(texts, copy, answers, today());
  expect(
    all.map(({ what }) => what).filter((what) => !left.some((place) => place.what === what)),
  ).toEqual(['labelField.label', 'lifetimes.items.0.days', 'test-key']);
});

test('a filled template holds its name and its domain in comments alone, and in the address that no answer gives', async () => {
  const names = await readdir(template, { recursive: true });
  for (const name of names.filter((file) => /\.(?:yaml|mdx)$/.test(file))) {
    const written = await readFile(path.join(template, name), 'utf8');
    const filled = fillTemplate(written, answers, today());
    const lines = filled.split('\n').filter((line) => !/^\s*(?:#|apiBase: )/.test(line));
    expect(lines.filter((line) => /template/i.test(line) && !/TEMPLATE_[A-Z]/.test(line))).toEqual(
      [],
    );
  }
});

test('domains of project pages belong to their owner alone', async () => {
  run(['adventure-works', '--yes', ...flags, '--docs', 'https://adventure.github.io/docs/']);
  expect((await made('adventure-works'))?.facts?.value?.domains.official).toEqual([
    'adventure-works.example',
    'adventure.github.io',
  ]);
});
