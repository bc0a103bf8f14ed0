import { expect, test } from 'playwright/test';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { canSign } from '../../../src/programs/programs.ts';
import type { SignatureExample } from '../../../src/schema/answers.ts';
import type { Exchange } from '../../../src/schema/exchange.ts';
import type { RecipeValue, Signing } from '../../../src/schema/signing.ts';
import { realExchanges } from '../../support/content.ts';
import { type Arrived, startFakeExchange } from '../../support/fake-exchange.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { answersOf, fixtureAnswers } from '../../support/signing/answers.ts';
import { madeUpPlan, madeUpRequest } from '../../support/signing/made-up.ts';
import { firstPlans, programOf } from '../../support/signing/programs.ts';
import {
  comparedExamples,
  referencesOf,
  unprovedClaims,
} from '../../support/signing/references.ts';
import { firstRunners, forAll, runProgram } from '../../support/signing/run-program.ts';

/** Recipes are compared with implementations of others, and with what exchanges print. */

/** The recipe of an example: that of the exchange with its moment, or one of its own. */
function valuesOf({ fixed, values }: SignatureExample, recipe: Signing['values']): RecipeValue[] {
  if (values !== undefined) return [...values];
  return recipe.map((value): RecipeValue => {
    const text = fixed?.[value.name];
    return text === undefined ? value : { name: value.name, make: 'text', of: text, as: 'plain' };
  });
}

/** The values that a signature is made of; of the others an example says nothing. */
function signedBy(values: readonly RecipeValue[]): RecipeValue[] {
  const signature = values.findLastIndex(({ name }) => name === 'signature');
  return values.slice(0, signature + 1);
}

function planOf(
  example: SignatureExample,
  recipe: Signing['values'],
  form: Signing['secret'],
): TestPlan {
  const { request } = example;
  return madeUpPlan({
    secret: example.form ?? form,
    requests: [{ ...madeUpRequest, method: request?.method ?? 'GET', path: request?.path ?? '/' }],
    values: signedBy(valuesOf(example, recipe)),
    send: { url: '/', headers: { 'X-Sign': '{signature}' } },
  });
}

test('programs sign the examples that documentation prints', async () => {
  const fixture = await fixtureAnswers();
  const recipe: Signing['values'] = [
    { name: 'timestamp', make: 'clock', unit: 'milliseconds' },
    { name: 'signature', make: 'hmac', hash: 'sha256', of: '{timestamp}{method}{path}', as: 'hex' },
  ];
  const printed = (await realExchanges()).map(async ({ slug, signing }) =>
    signing === undefined
      ? []
      : (await answersOf(slug)).examples.map((example) => ({ slug, example, ...signing })),
  );
  const examples = [
    ...(await Promise.all(printed)).flat(),
    ...fixture.examples.map((example) => ({
      slug: 'northwind',
      example,
      values: recipe,
      secret: 'text' as const,
    })),
  ];
  expect(examples.length).toBeGreaterThan(1);
  await forAll(examples, async ({ slug, example, values, secret }) => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const plan = planOf(example, values, secret);
    const runners = firstRunners.filter(({ language }) => canSign(plan, language));
    for (const runner of runners) {
      await runProgram(runner, programOf(plan, runner.language), ['EXAMPLE-KEY', example.secret], {
        [plan.baseVariable]: exchange.url,
      });
    }
    exchange.close();
    expect(
      exchange.arrived.map(({ headers }) => headers['x-sign']),
      `${slug}: ${example.name}`,
    ).toEqual(runners.map(() => example.signature));
  });
});

test('what recipes claim to be checked with is what these tests compare with', async () => {
  for (const exchange of await realExchanges()) {
    const { slug, signing } = exchange;
    if (signing === undefined) continue;
    const answers = await answersOf(slug);
    const compared = [
      ...referencesOf(exchange, answers).flatMap((reference) => reference.compared),
      ...comparedExamples(answers.examples),
    ];
    expect(
      unprovedClaims(signing.checked, compared),
      `${slug}: signing.checked names what nothing was compared with; compared were ${JSON.stringify(compared)}`,
    ).toEqual([]);
  }
});

test('a claim with another name or version stands alone', () => {
  const compared = [{ reference: 'CCXT', version: '4.5.84' }, { reference: 'the example' }];
  const claims = [
    { reference: 'CCXT', version: '4.5.84', date: '2026-11-21' },
    { reference: 'CCXT', version: '9.9.9', date: '2026-11-21' },
    { reference: 'CCXT', date: '2026-11-21' },
    { reference: 'the example', date: '2026-11-21' },
    { reference: 'somebody', date: '2026-11-21' },
  ];
  expect(unprovedClaims(claims, compared)).toEqual(['CCXT 9.9.9', 'CCXT', 'somebody']);
});

test('a recipe without anything to compare it with is refused with a sentence', async () => {
  const answers = await fixtureAnswers();
  const { connecting } = sampleExchange();
  const unconnected =
    (change: Partial<Exchange>): (() => unknown) =>
    () =>
      referencesOf(sampleExchange(change), answers);
  expect(
    unconnected({ connecting: (connecting ?? []).filter(({ tool }) => tool !== 'ccxt') }),
  ).toThrow('Nothing was compared with the recipe of northwind');
  expect(unconnected({})).toThrow('knows no exchange "northwind"');
});

test('a reference takes no request that differs from what it signs', async () => {
  const runner = firstRunners.find(({ language }) => language === 'javascript');
  if (runner === undefined) throw new Error('Nothing runs JavaScript.');
  await forAll(await firstPlans(), async ({ exchange, plan }) => {
    const [reference] = referencesOf(exchange, await answersOf(exchange.slug));
    if (reference === undefined) throw new Error(`${exchange.slug} has no reference.`);
    const fake = await startFakeExchange(() => ({ status: 418, body: {} }));
    await runProgram(runner, programOf(plan, runner.language), reference.credentials, {
      [plan.baseVariable]: fake.url,
    });
    fake.close();
    const [arrived] = fake.arrived;
    if (arrived === undefined) throw new Error(`${exchange.slug} sent nothing.`);
    expect(await reference.isSigned(arrived), exchange.slug).toBe(true);
    const carried = Object.entries(plan.send.headers)
      .filter(([, template]) => template.includes('{'))
      .map(([name]) => name.toLowerCase());
    const damaged: [string, Arrived][] = [
      ['method', { ...arrived, method: arrived.method === 'GET' ? 'POST' : 'GET' }],
      ['path', { ...arrived, path: arrived.path.replace('/', '/x/') }],
      ['end of the path', { ...arrived, path: arrived.path.replace(/.(?=\?|$)/, '_') }],
      ...carried.map((name): [string, Arrived] => [
        name,
        {
          ...arrived,
          headers: { ...arrived.headers, [name]: withOtherEnd(arrived.headers[name]) },
        },
      ]),
      ...(arrived.body === ''
        ? []
        : [['body', { ...arrived, body: withOtherEnd(arrived.body) }] satisfies [string, Arrived]]),
    ];
    for (const [what, request] of damaged) {
      expect(await reference.isSigned(request), `${exchange.slug}: another ${what}`).toBe(false);
    }
  });
});

/** A text whose last sign is another, in a way that base64 notices too. */
function withOtherEnd(text = ''): string {
  const at = Math.max(0, text.length - 5);
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}
