import {
  type Guide,
  guideFrontmatterSchema,
  stepFrontmatterSchema,
} from '../../src/schema/guide.ts';
import type { StepId } from '../../src/vocabulary/steps.ts';

/** The frontmatter of guide.mdx as a contributor writes it, with every field that it can have. */
export const sampleGuideFile = {
  title: 'Create an API key on Northwind',
  summary: 'Make a key for one account.',
  minutes: 8,
  defaultUseCase: 'trading',
  verification: { date: '2026-11-20', method: 'documentation', site: 'global', interface: 'web' },
  steps: [
    'check-account',
    'sign-in',
    'enable-product',
    'create-key',
    'test-key',
    'rotate-key',
    'revoke-key',
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

/** The frontmatter of the files of its steps, by their names. */
export const sampleStepFiles = {
  'check-account': { title: 'Check your account' },
  'sign-in': { title: 'Sign in' },
  'enable-product': { title: 'Open futures', useCases: ['futures'] },
  'create-key': { title: 'Start a key' },
  'test-key': { title: 'Prove it' },
  'rotate-key': { title: 'Replace it' },
  'revoke-key': { title: 'Delete it' },
} as const satisfies Partial<Record<StepId, unknown>>;

/** The screens that the texts of the steps place. */
const placed: Partial<Record<StepId, readonly string[]>> = {
  'sign-in': ['sign-in-page'],
  'create-key': ['start-key', 'name-key'],
};

/** The sample guide, parsed, with some fields replaced. */
export function sampleGuide(changes: Partial<Guide> = {}): Guide {
  const frontmatter = guideFrontmatterSchema.parse(sampleGuideFile);
  return {
    ...frontmatter,
    order: sampleGuideFile.steps,
    groups: sampleGuideFile.steps.map((id) => ({ title: undefined, steps: [id] })),
    steps: sampleGuideFile.steps.map((id) => ({
      ...stepFrontmatterSchema.parse(sampleStepFiles[id]),
      id,
      screens: placed[id] ?? [],
    })),
    ...changes,
  };
}
