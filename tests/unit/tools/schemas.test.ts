import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, test } from 'playwright/test';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { parseMdxText } from '../../../src/content/mdx-text.ts';
import { parseYamlText } from '../../../src/content/yaml-text.ts';
import {
  type ContentSchemaName,
  contentSchemaNames,
  schemaFiles,
  schemaFolder,
} from '../../../src/tools/schemas.ts';
import { samplePartnerFile } from '../../support/sample-partner.ts';

/** Which schema a content file has, by its path below the content folder. */
const schemaByPath: readonly [RegExp, ContentSchemaName][] = [
  [/^exchanges\/[^/]+\/exchange\.yaml$/, 'exchange'],
  [/^exchanges\/[^/]+\/errors\.yaml$/, 'errors'],
  [/^exchanges\/[^/]+\/sources\.yaml$/, 'sources'],
  [/^exchanges\/[^/]+\/signing\.yaml$/, 'signing'],
  [/^exchanges\/[^/]+\/answers\.yaml$/, 'answers'],
  [/^exchanges\/[^/]+\/screens\.yaml$/, 'screens'],
  [/^exchanges\/[^/]+\/expected\.yaml$/, 'expected'],
  [/^exchanges\/[^/]+\/answers\.yaml$/, 'answers'],
  [/^exchanges\/[^/]+\/steps\/[^/]+\.mdx$/, 'step'],
  [/^exchanges\/[^/]+\/guide\.mdx$/, 'guide'],
  [/^concepts\/[^/]+\.mdx$/, 'concept'],
  [/^use-cases\.yaml$/, 'use-cases'],
  [/^partners\/[^/]+\.yaml$/, 'partner'],
  [/^powers\.yaml$/, 'powers'],
  [/^domains\.yaml$/, 'domains'],
  [/^names\.yaml$/, 'names'],
  [/^ccxt-errors\.yaml$/, 'ccxt-errors'],
  [/^requests\.yaml$/, 'requests'],
  [/^redirects\.yaml$/, 'redirects'],
];

const { texts } = await readContentFiles('content');
const files = [...texts].flatMap(([file, text]) => {
  const schema = schemaByPath.find(([pattern]) => pattern.test(file))?.[1];
  return schema === undefined ? [] : [{ file, text, schema }];
});

const validators = new Map<ContentSchemaName, ValidateFunction>();

/** What checks values against a committed schema. Throws where that is no schema. */
function validatorOf(schema: ContentSchemaName): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true });
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  const written: unknown = JSON.parse(readFileSync(`${schemaFolder}/${schema}.json`, 'utf8'));
  if (typeof written !== 'object' || written === null)
    throw new Error(`${schema}.json is not an object.`);
  const validate = ajv.compile(written);
  validators.set(schema, validate);
  return validate;
}

/** Checks a value against a committed schema. Output: what is wrong, as paths and messages. */
function faults(schema: ContentSchemaName, value: unknown): string[] {
  const validate = validatorOf(schema);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}

function valueOf(file: string, text: string): unknown {
  return file.endsWith('.mdx') ? parseMdxText(text).frontmatter?.value : parseYamlText(text).value;
}

test('the committed schemas are those of the code (renew them with "npm run schemas")', async () => {
  for (const { file, text } of await schemaFiles())
    expect(readFileSync(file, 'utf8'), file).toBe(text);
  expect(readdirSync(schemaFolder).sort()).toEqual(
    contentSchemaNames.map((name) => `${name}.json`).sort(),
  );
});

test('every schema says what it is and where it stands', () => {
  for (const name of contentSchemaNames) {
    const text = readFileSync(`${schemaFolder}/${name}.json`, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${name}.json`,
      title: expect.stringMatching(/\S{3}/),
    });
  }
});

test('every content file of which there is a schema fits it', () => {
  expect(new Set(files.map(({ schema }) => schema)).size).toBe(contentSchemaNames.length);
  for (const { file, text, schema } of files)
    expect(faults(schema, valueOf(file, text)), file).toEqual([]);
});

test('every YAML file names its schema on its first line', () => {
  for (const { file, text, schema } of files.filter((entry) => entry.file.endsWith('.yaml'))) {
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
    const target = path.join('content', path.dirname(file), named);
    expect(target, file).toBe(path.normalize(`${schemaFolder}/${schema}.json`));
    expect(existsSync(target), file).toBe(true);
  }
});

const template = (file: string, find: string, replace: string): unknown => {
  const text = texts.get(`exchanges/_template/${file}`) ?? '';
  expect(text).toContain(find);
  return valueOf(file, text.replace(find, replace));
};

for (const [name, schema, file, find, replace, fault] of [
  [
    'a word that does not exist',
    'exchange',
    'exchange.yaml',
    'control: checkbox',
    'control: knob',
    '/permissions/control must be equal to one of the allowed values',
  ],
  [
    'a field that does not exist',
    'exchange',
    'exchange.yaml',
    'browserOnly:',
    'onlyBrowser:',
    '/keyPage must NOT have additional properties',
  ],
  [
    'a field that is missing',
    'exchange',
    'exchange.yaml',
    '  algorithm: hmac-sha256\n',
    '',
    "/keyTypes/items/0 must have required property 'algorithm'",
  ],
  [
    'a day that is none',
    'sources',
    'sources.yaml',
    'checked: 2026-11-20',
    'checked: yesterday',
    '/0/checked must match format "date"',
  ],
  [
    'an address that is not https',
    'exchange',
    'exchange.yaml',
    'api: https://',
    'api: http://',
    '/docs/api must match pattern',
  ],
  [
    'a fact without a source',
    'exchange',
    'exchange.yaml',
    'sources: [api-docs]',
    'sources: []',
    '/names/sources must NOT have fewer than 1 items',
  ],
  [
    'a block that does not exist',
    'screens',
    'screens.yaml',
    'type: address-bar',
    'type: address-line',
    '/screens/0/blocks/0/type must be equal to constant',
  ],
  [
    'a number as text',
    'guide',
    'guide.mdx',
    'minutes: 10',
    'minutes: ten',
    '/minutes must be integer',
  ],
  [
    'a step that does not exist',
    'guide',
    'guide.mdx',
    '- restrict-ip',
    '- restrict-ips',
    '/steps/4 must be equal to one of the allowed values',
  ],
] as const) {
  test(`${name} is refused`, () => {
    const found = faults(schema, template(file, find, replace));
    expect(found.filter((line) => line.startsWith(fault))).not.toEqual([]);
  });
}

test('a redirect to another site and a use case without needs are refused', () => {
  const redirect = { from: '/gateio/', to: '/gate/', why: 'An older name.' };
  expect(faults('redirects', [redirect])).toEqual([]);
  expect(faults('redirects', [{ ...redirect, to: 'https://evil.example/' }])).not.toEqual([]);
  expect(faults('use-cases', [])).toEqual([' must NOT have fewer than 1 items']);
  expect(faults('partner', samplePartnerFile)).toEqual([]);
  expect(faults('partner', { ...samplePartnerFile, addresses: [] })).toEqual([
    '/addresses must NOT have fewer than 1 items',
  ]);
  expect(faults('partner', { ...samplePartnerFile, token: 'x' })).not.toEqual([]);
  expect(faults('concept', { title: 'A title' })).not.toEqual([]);
});
