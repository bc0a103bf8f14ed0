import { expect, test } from 'playwright/test';
import { z } from 'astro/zod';
import { errorsSchema } from '../../../src/schema/errors.ts';
import { mdxComponentSchemas } from '../../../src/schema/mdx-components.ts';
import { sourcesSchema } from '../../../src/schema/source.ts';
import {
  idSchema,
  labelSchema,
  nameSchema,
  proseSchema,
  wordsSchema,
} from '../../../src/schema/text.ts';
import { textKindsOf } from '../../../src/schema/text-kinds.ts';
import { contentSchemas } from '../../../src/tools/schemas.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(contentSchemas).map(([name, { schema }]) => [name, schema])),
  ...mdxComponentSchemas,
  errors: errorsSchema,
  sources: sourcesSchema,
};

for (const [name, schema] of Object.entries(schemas))
  test(`every text of ${name} is of a kind`, () => {
    expect(textKindsOf(schema).filter(({ kind }) => kind === undefined)).toEqual([]);
  });

test('texts are found in every part of a schema', () => {
  const schema = z.strictObject({
    a: labelSchema.optional().describe('x'),
    b: z.array(wordsSchema).min(1).default([]),
    c: z.record(idSchema, z.string()),
    d: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('x'), name: nameSchema }),
      z.strictObject({ type: z.literal('y'), name: proseSchema }),
    ]),
    e: z.union([z.int(), z.boolean(), z.enum(['x']), wordsSchema.nullable()]),
    f: wordsSchema.transform((text) => text.length),
    g: z.email(),
  });
  expect(textKindsOf(schema)).toEqual([
    { path: 'a', kind: 'label' },
    { path: 'b[]', kind: 'words' },
    { path: 'c{key}', kind: 'code' },
    { path: 'c{}', kind: undefined },
    { path: 'd.name', kind: 'name' },
    { path: 'd.name', kind: 'prose' },
    { path: 'e', kind: 'words' },
    { path: 'f', kind: 'words' },
    { path: 'g', kind: undefined },
  ]);
});

test('a part of a sort that is not known is no silence', () => {
  expect(() => textKindsOf(z.strictObject({ a: z.unknown() }))).toThrow(
    '[text-kinds] a is "unknown", of which this module does not know whether it holds text.',
  );
});
