import { type GuideFrontmatter, guideFrontmatterSchema } from '../../src/schema/guide.ts';

/** The frontmatter of a guide as a contributor writes it, with every field that it can have. */
export const sampleGuideFile = {
  title: 'Create an API key on Northwind',
  summary: 'Make a key for one account.',
  minutes: 8,
  defaultUseCase: 'trading',
  verification: { date: '2026-11-20', method: 'documentation', site: 'global', interface: 'web' },
  steps: [
    { id: 'check-account', title: 'Check your account' },
    { id: 'sign-in', title: 'Sign in', screens: ['sign-in-page'] },
    { id: 'enable-product', title: 'Open futures', useCases: ['futures'] },
    { id: 'create-key', title: 'Start a key', screens: ['start-key', 'name-key'] },
    { id: 'test-key', title: 'Prove it' },
    { id: 'rotate-key', title: 'Replace it' },
    { id: 'revoke-key', title: 'Delete it' },
  ],
  captures: [
    {
      screen: 'sign-in-page',
      file: './captures/sign-in.png',
      alt: 'Choose Sign in.',
      date: '2026-11-20',
    },
  ],
  checklist: [{ id: 'scope', text: 'The key starts with nw.' }],
} as const;

/** The sample guide, parsed, with some fields replaced. */
export function sampleGuide(changes: Partial<GuideFrontmatter> = {}): GuideFrontmatter {
  return { ...guideFrontmatterSchema.parse(sampleGuideFile), ...changes };
}
