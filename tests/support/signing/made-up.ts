import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import type { BoundWhen } from '../../../src/programs/bound-when.ts';
import { judgementOf, type PlannedPartner } from '../../../src/programs/judgement.ts';
import type { Judgement, TestPlan } from '../../../src/programs/test-plan.ts';
import { type RightsRequest, signingSchema } from '../../../src/schema/signing.ts';
import { box, useCaseThat } from '../sample-permissions.ts';

const page = 'https://guides.example/northwind/';

/** A request that a key must answer, and whose answer may be anything. */
export const madeUpRequest = {
  method: 'GET',
  prefix: '',
  path: '/',
  good: [],
  judged: false,
  needed: true,
} as const satisfies TestPlan['requests'][number];

/** A plan of no exchange, with a part of its own; the other parts are the simplest ones. */
export function madeUpPlan(part: Partial<TestPlan>): TestPlan {
  return {
    exchange: 'Northwind',
    useCase: 'Read only',
    page,
    baseVariable: 'NORTHWIND_API_BASE',
    places: [{ label: 'everywhere', base: 'https://api.northwind.example' }],
    credentials: [
      { variable: 'key', label: 'Key', environment: 'NORTHWIND_API_KEY' },
      { variable: 'secret', label: 'Secret', environment: 'NORTHWIND_API_SECRET' },
    ],
    secret: 'text',
    values: [
      { name: 'timestamp', make: 'clock', unit: 'seconds' },
      { name: 'signature', make: 'hmac', hash: 'sha256', of: '{timestamp}{path}', as: 'hex' },
    ],
    send: {
      url: '{path}',
      headers: { 'X-Key': '{key}', 'X-Time': '{timestamp}', 'X-Sign': '{signature}' },
    },
    tolerance: 30,
    requests: [{ ...madeUpRequest, path: '/private' }],
    rights: undefined,
    judgement: madeUpJudgement({ proves: ['it reads'] }),
    untold: [],
    errors: [],
    ...part,
  };
}

/** Values to sign with, for {@link madeUpPlan}. */
export const madeUpCredentials = ['EXAMPLE-KEY', 'EXAMPLE-SECRET'] as const;

/** Rights such as an answer of the made-up exchange tells: a list that has all. */
const rights: RightsRequest = rightsOf({
  shows: [
    { permission: 'withdraw', when: { path: 'data.*.perm', lists: 'withdraw' } },
    { permission: 'read', when: { path: 'data.*.perm', lists: 'read' } },
  ],
  family: [{ path: 'data.*.perm', form: 'list' }],
  addresses: { path: 'data.*.ip', form: 'list' },
  ends: { path: 'data.*.ends', unit: 'seconds', never: ['0'] },
});

/** Rights as a recipe writes them, with what the schema adds. */
export function rightsOf(
  part: Omit<NonNullable<(typeof signingSchema)['_zod']['input']['rights']>, 'method' | 'path'>,
): RightsRequest {
  return signingSchema.shape.rights.unwrap().parse({ method: 'GET', path: '/rights', ...part });
}

/** The judgement of a key that should read and not withdraw. */
export function madeUpJudgement(part: {
  readonly rights?: RightsRequest;
  readonly partner?: PlannedPartner;
  readonly untold?: readonly string[];
  readonly proves?: readonly string[];
  readonly bound?: BoundWhen;
}): Judgement {
  const settings = permissionSettings(
    {
      items: [
        { ...box('withdraw', ['withdraw']), label: 'Withdraw' },
        { ...box('trade', ['trade-spot']), label: 'Trade' },
        { ...box('read', ['read-balances']), label: 'Read' },
      ],
      refusals: [],
    },
    useCaseThat(['read-balances']),
  );
  return judgementOf({
    rights: undefined,
    rows: settings.served ? settings.rows : [],
    partner: undefined,
    untold: [],
    bound: 'never',
    useCase: 'Read only',
    page,
    proves: [],
    ...part,
  });
}

/** The part of a plan that asks for {@link rights} and nothing else. */
export const madeUpRights: Pick<TestPlan, 'requests' | 'rights' | 'judgement'> = {
  requests: [{ ...madeUpRequest, path: '/rights', judged: true }],
  rights: { addresses: true, ends: true },
  judgement: madeUpJudgement({ rights }),
};
