import type { LanguageId } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { canSign } from '../../../src/programs/programs.ts';
import { type Arrived, type Reply, startFakeExchange } from '../fake-exchange.ts';
import { programOf } from './programs.ts';
import { runMany } from './run-many.ts';
import type { Run } from './run-program.ts';

/** A run of a program, what the exchange does meanwhile, and what is looked for afterwards. */
export interface Scene {
  readonly name: string;
  readonly plan: TestPlan;
  readonly typed: readonly string[];
  readonly reply: (request: Arrived) => Reply | Promise<Reply>;
  readonly look: (run: Pick<Run, 'status' | 'output'>, arrived: readonly Arrived[]) => void;
}

/** Plays those scenes in one language that it can sign for, and looks at each when it is over. */
export async function play(language: LanguageId, scenes: readonly Scene[]): Promise<void> {
  const staged = await Promise.all(
    scenes
      .filter(({ plan }) => canSign(plan, language))
      .map(async (scene) => ({ scene, exchange: await startFakeExchange(scene.reply) })),
  );
  const runs = await runMany(
    language,
    staged.map(({ scene: { plan, typed }, exchange }) => ({
      source: programOf(plan, language),
      typed,
      env: { [plan.baseVariable]: exchange.url },
    })),
  );
  staged.forEach(({ scene, exchange }, index) => {
    exchange.close();
    const run = runs[index];
    if (run === undefined) throw new Error(`${scene.name} did not run.`);
    scene.look(run, exchange.arrived);
  });
}

/** Answers by path; what has none is not there. */
export function byPath(answers: Readonly<Record<string, Reply>>): (request: Arrived) => Reply {
  return ({ path }) => answers[path.split('?')[0] ?? ''] ?? { status: 404, body: 'No such path' };
}
