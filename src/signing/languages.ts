/** Languages of the test programs: how they are named, stored and run. */
export const languages = {
  sh: {
    label: 'Shell',
    file: 'test-key.sh',
    run: 'sh test-key.sh',
    needs: 'macOS or Linux, with curl and openssl',
  },
  python: {
    label: 'Python',
    file: 'test-key.py',
    run: 'python3 test-key.py',
    needs: 'Python 3.9 or newer',
  },
  javascript: {
    label: 'JavaScript',
    file: 'test-key.mjs',
    run: 'node test-key.mjs',
    needs: 'Node.js 18 or newer',
  },
} as const satisfies Record<string, { label: string; file: string; run: string; needs: string }>;

export type LanguageId = keyof typeof languages;

/** The languages in the order of the tabs. */
export const languageIds = ['sh', 'python', 'javascript'] as const satisfies LanguageId[];
