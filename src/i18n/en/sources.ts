import type { SourceKind } from '../../schema/source.ts';

export const sourceKinds = {
  'official-api': 'API documentation of the exchange',
  'official-help': 'Help or legal page of the exchange',
  'official-repo': 'Code repository of the exchange',
  screenshot: 'Labels read in a published screenshot',
  integrator: 'Documentation of a tool that connects to the exchange',
  standard: 'Standard or public authority',
  vendor: 'Documentation of a vendor',
  press: 'Press',
} satisfies Record<SourceKind, string>;
