import { expect, test } from 'playwright/test';
import { ensureProgram, findProgram } from '../../../src/tools/system-program.ts';

const byHand = 'Install it by hand.';

test('a program on the PATH or in a further folder is found', () => {
  expect(findProgram('sh')).toMatch(/\/sh$/);
  expect(findProgram('no-such-program')).toBe(undefined);
  expect(findProgram('package.json', [process.cwd()])).toBe(`${process.cwd()}/package.json`);
});

test('what is there is not installed', () => {
  const told: string[] = [];
  const installers = [{ what: 'x', command: 'false', args: [] }];
  expect(
    ensureProgram({ name: 'nginx', find: () => 'here', installers, byHand }, (text) =>
      told.push(text),
    ),
  ).toBe('here');
  expect(told).toEqual([]);
});

test('what is not there is installed by the first way that works, and it is told', () => {
  const told: string[] = [];
  let looks = 0;
  const found = ensureProgram(
    {
      name: 'nginx',
      // Looked for at the start, then after each way.
      find: () => (++looks === 3 ? 'there' : undefined),
      installers: [
        { what: 'a first', command: 'false', args: [] },
        { what: 'a second', command: 'true', args: [] },
      ],
      byHand,
    },
    (text) => told.push(text),
  );
  expect(found).toBe('there');
  expect(told).toEqual([
    'No nginx found. Installing a first …',
    'No nginx found. Installing a second …',
  ]);
});

test('where nothing works, the error says what was tried and what to do', () => {
  const installers = [
    { what: 'a first', command: 'sh', args: ['-c', 'echo no space left >&2; exit 3'] },
    { what: 'a second', command: 'sh', args: ['-c', 'exit 4'] },
  ];
  const work = (): unknown =>
    ensureProgram({ name: 'nginx', find: () => undefined, installers, byHand }, () => undefined);
  expect(work).toThrow(
    new Error(
      'No nginx was found, and none could be installed.\n  a first: no space left\n  a second: exit status 4\nInstall it by hand.',
    ),
  );
});
