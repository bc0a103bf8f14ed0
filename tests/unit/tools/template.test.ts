import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { jsonSchemaOf } from '../../../src/tools/schemas.ts';

/** Names of the fields of a schema, at every depth. */
function fieldsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'properties' && typeof item === 'object' && item !== null)
      for (const name of Object.keys(item)) found.add(name);
    fieldsOf(item, found);
  }
  return found;
}

for (const [file, schema] of [
  ['exchange.yaml', 'exchange'],
  ['errors.yaml', 'errors'],
  ['signing.yaml', 'signing'],
  ['sources.yaml', 'sources'],
  ['screens.yaml', 'screens'],
  ['expected.yaml', 'expected'],
  ['guide.mdx', 'guide'],
] as const) {
  test(`the template shows every field of ${file}, as a value or as a comment`, () => {
    const text = readFileSync(`content/exchanges/_template/${file}`, 'utf8');
    const fields = [...fieldsOf(jsonSchemaOf(schema))];
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((field) => !new RegExp(`(?:^|[\\s#])${field}:`, 'm').test(text))).toEqual(
      [],
    );
  });
}

test('the template fails no rule, and is there for the rule about what is left of it', async () => {
  const files = await readContentFiles('content');
  expect([...files.texts.keys()]).toContain('exchanges/_template/exchange.yaml');
  expect(checkContent(files).filter(({ file }) => file.includes('/_template/'))).toEqual([]);
});

test('the template does not age, other than guides', async () => {
  const stale = checkContent(await readContentFiles('content'), '2029-01-01')
    .filter(({ rule }) => rule === 'stale-source')
    .map(({ file }) => file);
  expect(stale.some((file) => file.startsWith('exchanges/'))).toBe(true);
  expect(stale.filter((file) => file.includes('/_template/'))).toEqual([]);
});
