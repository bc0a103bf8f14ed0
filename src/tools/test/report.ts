import { readFile } from 'node:fs/promises';
import { z } from 'astro/zod';

/** What the tests report, of Playwright's JSON, as far as it is read here. */
const specSchema = z.object({
  file: z.string(),
  tests: z.array(
    z.object({ projectName: z.string(), results: z.array(z.object({ duration: z.number() })) }),
  ),
});

interface Suite {
  readonly specs: readonly z.infer<typeof specSchema>[];
  readonly suites?: readonly Suite[] | undefined;
}

const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
  suites: z.array(suiteSchema),
});

/** How long something took. */
export interface Time {
  readonly name: string;
  readonly seconds: number;
}

/** What the tests did. */
export interface TestOutcome {
  readonly passed: number;
  readonly failed: number;
  /** By project, and by file with the longest first; workers run side by side, so they sum up to more than passed. */
  readonly projects: readonly Time[];
  readonly files: readonly Time[];
}

/**
 * Reads the report of the tests. Input: its file. Output: what they did; a run that left
 * no report counts as one failure.
 */
export async function readOutcome(file: string): Promise<TestOutcome> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, projects: [], files: [] };
  const { stats, errors, suites } = reportSchema.parse(JSON.parse(text));
  const runs = suites
    .flatMap(specsOf)
    .flatMap(({ file: of, tests }) =>
      tests.flatMap(({ projectName, results }) =>
        results.map(({ duration }) => ({ file: of, project: projectName, duration })),
      ),
    );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    projects: timesBy(runs, ({ project }) => project),
    files: timesBy(runs, ({ file: of }) => of),
  };
}

function specsOf(suite: Suite): readonly z.infer<typeof specSchema>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function timesBy<Run extends { readonly duration: number }>(
  runs: readonly Run[],
  nameOf: (run: Run) => string,
): Time[] {
  return [...Map.groupBy(runs, nameOf)]
    .map(([name, own]) => ({
      name,
      seconds: own.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    }))
    .toSorted((a, b) => b.seconds - a.seconds);
}

/** Lines that say how long each took, under a title. */
export function timeTable(title: string, times: readonly Time[]): string {
  const rows = times.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`);
  return [title, ...rows].join('\n');
}
