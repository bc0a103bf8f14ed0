/** Languages of the test programs: how they are stored and run. */
export const languages = {
  sh: {
    file: 'test-key.sh',
    run: 'sh test-key.sh',
  },
  python: {
    file: 'test-key.py',
    run: 'python3 test-key.py',
  },
  javascript: {
    file: 'test-key.mjs',
    run: 'node test-key.mjs',
  },
} as const satisfies Record<string, { file: string; run: string }>;

export type LanguageId = keyof typeof languages;

/** The languages in the order of the tabs. */
export const languageIds = ['sh', 'python', 'javascript'] as const satisfies LanguageId[];
