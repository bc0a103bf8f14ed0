import type { AnswerTest, CheckedPlan } from './test-plan.ts';
import { programText } from './program-files.ts';
import { isPrivateKey, keepsSpaces, namesUsed } from './recipe.ts';

/**
 * The constant part of the programs: for each language a program for an exchange that is made
 * up, in several files. Comments of the form `[[name]]` and `[[/name]]`, each on a line of its
 * own, mark parts of it:
 *
 * - `data` and `recipe` are what the made-up exchange has; a program has its own there.
 * - Every other name is a block that some programs do not need (see {@link neededBlocks}).
 */

/** Parts that every program replaces. */
type Section = 'data' | 'recipe';

/** Parts that a program may lack. */
export const blockNames = [
  'places',
  'line',
  'private-key',
  'prefix',
  'hashlib',
  'hmac',
  'base64',
  'base64url',
  'random',
  'signature',
  'rsa-sha256',
  'ed25519',
  'es256',
  'es256-or-eddsa',
  'secret-text',
  'secret-base64',
  'secret-pem',
  'secret-ec-pem-or-ed25519',
  'flags',
  'until',
  'partner',
] as const;

export type BlockName = (typeof blockNames)[number];

/** Tests that few programs use, which are blocks of their own. */
const blocksOfTests: Partial<Record<AnswerTest, BlockName>> = {
  flags: 'flags',
  until: 'until',
  foreign: 'partner',
  unbound: 'partner',
};

/** The blocks that the program of a plan needs, in whichever language has them. */
export function neededBlocks(plan: CheckedPlan): ReadonlySet<BlockName> {
  const { values, secret, places, credentials, judgement } = plan;
  const needed = new Set<BlockName>([`secret-${secret}`]);
  const add = (wanted: boolean, ...names: BlockName[]): void => {
    if (wanted) for (const name of names) needed.add(name);
  };
  add(places.length > 1, 'places');
  add(
    credentials.some(({ variable }) => keepsSpaces(variable)),
    'line',
  );
  add(isPrivateKey(secret), 'private-key');
  add(namesUsed(plan).has('prefix'), 'prefix');
  add(secret === 'base64', 'base64');
  for (const value of values) {
    if (value.make === 'random') add(true, 'random');
    if (value.make === 'hash' || value.make === 'hmac') add(true, 'hashlib');
    if (value.make === 'hmac') add(true, 'hmac');
    if (value.make === 'signature') {
      add(true, 'signature', value.algorithm);
      add(value.algorithm.startsWith('es256'), 'es256');
      add(value.algorithm === 'es256-or-eddsa', 'ed25519');
    }
    if ('as' in value && value.as !== undefined) {
      add(value.as.startsWith('base64'), 'base64');
      add(value.as === 'base64url', 'base64url');
    }
  }
  for (const { test } of judgement.rules.flatMap(({ when }) => when)) {
    const block = blocksOfTests[test];
    if (block !== undefined) needed.add(block);
  }
  return needed;
}

/**
 * The constant part of a language as a program needs it.
 *
 * Input: the first file of the program below `src/programs`, the blocks that are needed, and
 * whether the made-up exchange stays in it. Output: its text without the other blocks and
 * without marks, in which {@link withSections} puts what is a program's own. Throws where the
 * marks of the files are not in order.
 */
export function runtimeOf(
  name: string,
  needed: ReadonlySet<BlockName>,
  sections: 'own' | 'made-up' = 'own',
): string {
  const open: string[] = [];
  const lines: string[] = [];
  for (const line of programText(name).split('\n')) {
    const [, close, mark] = /^\s*(?:#|\/\/) \[\[(\/?)([a-z0-9-]+)\]\]$/.exec(line) ?? [];
    const isLeftOut = open.some((block) => !isKept(block, needed, sections));
    if (mark === undefined) {
      if (!isLeftOut) lines.push(line);
    } else if (close === '') {
      isKept(mark, needed, sections);
      open.push(mark);
      if (isSection(mark) && sections === 'own') lines.push(placeOf(mark));
    } else if (open.pop() !== mark) {
      throw new Error(`[programs] ${name}: [[/${mark}]] closes what is not open.`);
    }
  }
  if (open.length > 0) throw new Error(`[programs] ${name}: [[${open.join(', ')}]] stays open.`);
  return withoutWideGaps(lines.join('\n'), name.endsWith('.py') ? 2 : 1);
}

function isSection(mark: string): mark is Section {
  return mark === 'data' || mark === 'recipe';
}

/** Whether what stands in a block stays; sections are replaced whole. Throws for other names. */
function isKept(
  mark: string,
  needed: ReadonlySet<BlockName>,
  sections: 'own' | 'made-up',
): boolean {
  if (isSection(mark)) return sections === 'made-up';
  const block = blockNames.find((candidate) => candidate === mark);
  if (block === undefined) throw new Error(`[programs] There is no block [[${mark}]].`);
  return needed.has(block);
}

function placeOf(section: Section): string {
  return `[[${section}]]`;
}

/** Leaves at most so many empty lines in a row. */
function withoutWideGaps(text: string, most: number): string {
  return text.replaceAll(/\n{2,}/g, (gap) => '\n'.repeat(Math.min(gap.length, most + 1)));
}

/** A constant part with what is a program's own. */
export function withSections(runtime: string, sections: Readonly<Record<Section, string>>): string {
  return runtime
    .replace(placeOf('recipe'), () => sections.recipe)
    .replace(placeOf('data'), () => sections.data);
}
