import type { TestPlan } from '../../../src/programs/plan.ts';

/** A plan of no exchange, with a part of its own; the other parts are the simplest ones. */
export function madeUpPlan(part: Partial<TestPlan>): TestPlan {
  return {
    exchange: 'Northwind',
    useCase: 'Read only',
    page: 'https://guides.example/northwind/',
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
    reading: [{ method: 'GET', prefix: '', path: '/private', proves: 'it reads' }],
    succeeds: undefined,
    rights: undefined,
    partner: undefined,
    untold: [],
    errors: [],
    ...part,
  };
}

/** Values to sign with, for {@link madeUpPlan}. */
export const madeUpCredentials = ['EXAMPLE-KEY', 'EXAMPLE-SECRET'] as const;

/** Rights such as an answer of the made-up exchange tells. */
export const madeUpRights: NonNullable<TestPlan['rights']> = {
  request: { method: 'GET', prefix: '', path: '/rights' },
  shows: [
    {
      label: 'Withdraw',
      when: { path: 'data.*.perm', lists: 'withdraw' },
      kind: 'withdraw',
      optional: false,
      want: 'never',
    },
    {
      label: 'Read',
      when: { path: 'data.*.perm', lists: 'read' },
      kind: 'other',
      optional: false,
      want: 'needed',
    },
  ],
  family: [{ path: 'data.*.perm', form: 'list', known: ['read', 'withdraw'] }],
  addresses: { path: 'data.*.ip', form: 'list', open: [] },
  ends: { path: 'data.*.ends', unit: 'seconds', never: ['0'] },
};
