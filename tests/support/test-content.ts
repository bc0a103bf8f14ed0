import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rootFiles, templateSlug } from '../../src/content/layout.ts';
import { run } from '../../src/tools/run.ts';

/**
 * The content of the test sites, laid out below .cache before they are built. It is made
 * with the commands that contributors use, so an exchange more touches no code here either.
 */
export const testContent = {
  /** The real content, and one made-up exchange beside it. */
  real: path.resolve('.cache/test-content/real'),
  /** Made-up content alone. */
  fixture: path.resolve('.cache/test-content/fixture'),
} as const;

/** The exchange that is added to the real content. */
export const addedExchange = { slug: 'tailspin', name: 'Tailspin' } as const;

/** What a profile of a partner that is no example says instead; see `layOutFixture`. */
export const madeUpPartner = { slug: 'wingtip-desk', name: 'Wingtip Desk' } as const;

const templateFolder = `exchanges/${templateSlug}`;

/**
 * Lays out the content of every test site anew. Throws, with what the command said, where
 * one of the commands refuses.
 */
export async function layOutTestContent(): Promise<void> {
  await rm(path.dirname(testContent.real), { recursive: true, force: true });
  await Promise.all([layOutReal(testContent.real), layOutFixture(testContent.fixture)]);
}

/**
 * Adds an exchange as a contributor does: started from the template, and listed. The
 * sentences of the template stand for those that a person would write, so the template
 * itself has to go, by which they are known.
 */
async function layOutReal(folder: string): Promise<void> {
  await cp('content', folder, { recursive: true });
  await command(
    folder,
    'src/tools/new.ts',
    addedExchange.slug,
    '--yes',
    `--name=${addedExchange.name}`,
    '--site=https://www.tailspin.example',
    '--key-page=https://www.tailspin.example/account/keys',
    '--docs=https://docs.tailspin.example/api',
  );
  const made = path.join(folder, 'exchanges', addedExchange.slug);
  for (const entry of await readdir(made, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // Addresses and the id in tools, for which no question asks.
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text
        .replaceAll('template.example', 'tailspin.example')
        .replaceAll('id-in-the-tool', addedExchange.slug),
    );
  }
  await rm(path.join(folder, templateFolder), { recursive: true });
  await reviewRequests(path.join(folder, rootFiles.requests));
  await appendFile(
    path.join(folder, rootFiles.domains),
    `- { domain: tailspin.example, exchange: ${addedExchange.slug}, why: Made up. }\n`,
  );
  await command(folder, 'src/tools/permalinks.ts');
}

/** Lists the requests of the added exchange, which are those of the template, as a maintainer does. */
async function reviewRequests(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replaceAll(`exchange: ${templateSlug}\n`, `exchange: ${addedExchange.slug}\n`),
  );
}

/**
 * The made-up content, the template, which must not be published, and a partner that is
 * no example beside the one that is: the site is built as a deployment, without examples.
 */
async function layOutFixture(folder: string): Promise<void> {
  await cp('tests/fixtures/content', folder, { recursive: true });
  await cp(path.join('content', templateFolder), path.join(folder, templateFolder), {
    recursive: true,
  });
  const example = await readFile(path.join(folder, 'partners/example-desk.yaml'), 'utf8');
  await writeFile(path.join(folder, `partners/${madeUpPartner.slug}.yaml`), noExample(example));
  await command(folder, 'src/tools/permalinks.ts');
}

/**
 * A profile as if it were no example. Domains and addresses that are set aside for
 * examples are refused there; these belong to Microsoft and Quad9 and are known to all.
 */
function noExample(profile: string): string {
  return profile
    .replace('example: true\n', '')
    .replaceAll('example.com', 'wingtiptoys.com')
    .replaceAll('Example Desk', madeUpPartner.name)
    .replaceAll('example-desk', madeUpPartner.slug)
    .replaceAll('203.0.113.', '9.9.9.')
    .replaceAll('198.51.100.', '149.112.112.')
    .replaceAll('2001:db8::', '2620:fe::');
}

async function command(folder: string, file: string, ...args: string[]): Promise<void> {
  const { status, output } = await run('node', [file, ...args], { env: { CONTENT_DIR: folder } });
  if (status !== 0) throw new Error(`node ${file} failed on ${folder}:\n${output}`);
}
