import { expect, test } from 'playwright/test';
import {
  conceptComponentNames,
  guideComponentNames,
  isMdxComponentName,
  mdxComponentSchemas,
  parseMdxProps,
} from '../../../src/schema/mdx-components.ts';
import { stepIds } from '../../../src/vocabulary/steps.ts';
import { openObjects } from '../../support/nested-values.ts';

const { Exchanges, Note, Only, Screen } = mdxComponentSchemas;

test.describe('attributes that fit', () => {
  test('come out parsed', () => {
    expect(parseMdxProps('Exchanges', Exchanges, { step: 'restrict-ip' })).toEqual({
      step: 'restrict-ip',
    });
    expect(parseMdxProps('Screen', Screen, { id: 'key-form' })).toEqual({ id: 'key-form' });
    expect(parseMdxProps('Note', Note, {})).toEqual({});
  });

  test('of Only are ids with any space between and around them', () => {
    expect(parseMdxProps('Only', Only, { for: 'read-only' })).toEqual({ for: ['read-only'] });
    expect(parseMdxProps('Only', Only, { for: ' read-only\n  spot-trading ' })).toEqual({
      for: ['read-only', 'spot-trading'],
    });
  });
});

test.describe('attributes that do not fit are an error that says', () => {
  const messages: [string, () => unknown, string][] = [
    [
      'which steps there are',
      () => parseMdxProps('Exchanges', Exchanges, { step: 'restrict-ips' }),
      '[Exchanges] found {"step":"restrict-ips"}. step: Invalid option: expected one of ' +
        `${stepIds.map((id) => `"${id}"`).join('|')}`,
    ],
    [
      'what is missing',
      () => parseMdxProps('Screen', Screen, {}),
      '[Screen] found {}. id: Invalid input: expected string, received undefined',
    ],
    [
      'how an id is written',
      () => parseMdxProps('Only', Only, { for: 'spot-trading Read' }),
      '[Only] found {"for":"spot-trading Read"}. for.1: Expected lowercase words joined by ' +
        'hyphens, such as "spot-trading".',
    ],
    [
      'which attribute there is not',
      () => parseMdxProps('Note', Note, { tone: 'loud' }),
      '[Note] found {"tone":"loud"}. attributes: Unrecognized key: "tone"',
    ],
    [
      'everything at once',
      () => parseMdxProps('Screen', Screen, { id: 'Key Form', width: '3' }),
      '[Screen] found {"id":"Key Form","width":"3"}. id: Expected lowercase words joined by ' +
        'hyphens, such as "spot-trading". attributes: Unrecognized key: "width"',
    ],
  ];
  for (const [name, act, message] of messages) {
    test(name, () => expect(act).toThrow(new Error(message)));
  }

  test('that Only needs at least one use case', () => {
    expect(() => parseMdxProps('Only', Only, { for: ' ' })).toThrow(/^\[Only\] found/);
  });
});

test('no component takes attributes that the table does not know', () => {
  for (const schema of Object.values(mdxComponentSchemas)) expect(openObjects(schema)).toEqual([]);
});

test('only names of the table are components', () => {
  expect(isMdxComponentName('Screen')).toBe(true);
  expect(isMdxComponentName('screen')).toBe(false);
  expect(isMdxComponentName('Step')).toBe(false);
  expect(isMdxComponentName('script')).toBe(false);
  expect(isMdxComponentName('toString')).toBe(false);
});

test('a concept can use none of the components that show facts of one exchange', () => {
  expect(conceptComponentNames).toEqual(['Note', 'Warning', 'Exchanges']);
});

test('a guide cannot use the component that leads to all exchanges', () => {
  expect(guideComponentNames).not.toContain('Exchanges');
  // Everything that is no action stands in the fold.
  expect(guideComponentNames).not.toContain('Note');
  expect(guideComponentNames).toEqual(
    expect.arrayContaining(['More', 'Only', 'Permissions', 'Warning']),
  );
});
