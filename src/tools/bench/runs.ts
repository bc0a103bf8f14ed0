import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildSite } from '../build-site.ts';
import { run } from '../run.ts';
import { measured, type Usage } from './measure.ts';

/** What a run should take on two quiet cores: printed beside it, and nothing fails by it. */
export interface Goal {
  readonly seconds?: number;
  readonly megabytes?: number;
  readonly note?: string;
}

/** A run that ended well, as a line of the table. */
export interface Row {
  readonly name: string;
  readonly usage: Usage;
  /** Pages that were built; undefined for a check. */
  readonly pages: number | undefined;
  readonly goal: Goal;
}

/** Content that a run works on: its folder, and where the run may put things. */
export interface Workplace {
  readonly content: string;
  readonly folder: string;
}

/** Builds a site from scratch. Throws, with what the build said, where it fails. */
export async function benchBuild(name: string, place: Workplace, goal: Goal): Promise<Row> {
  const site = path.join(place.folder, 'site');
  await rm(site, { recursive: true, force: true });
  await rm(`${site}-cache`, { recursive: true, force: true });
  const { result: fault, usage } = await measured(place.folder, (env) =>
    buildSite({ folder: site, env: { ...env, CONTENT_DIR: place.content } }),
  );
  if (fault !== undefined) throw new Error(fault);
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => path.basename(file) === 'index.html').length;
  return { name, usage, pages, goal };
}

/** Runs the check once. Throws, with its report, where it finds a problem. */
export async function benchCheck(name: string, place: Workplace, goal: Goal): Promise<Row> {
  const { result, usage } = await measured(place.folder, (env) =>
    run('node', ['src/check/cli.ts'], { env: { ...env, CONTENT_DIR: place.content } }),
  );
  if (result.status !== 0) throw new Error(result.output.slice(0, 2_000));
  return { name, usage, pages: undefined, goal };
}

/** The table of runs, for people. */
export function runTable(rows: readonly Row[]): string {
  const cells = rows.map(({ name, usage, pages, goal }) => [
    name,
    usage.seconds.toFixed(1),
    usage.processorSeconds.toFixed(1),
    usage.megabytes.toFixed(0),
    pages === undefined ? '' : String(pages),
    pages === undefined ? '' : ((1_000 * usage.seconds) / pages).toFixed(1),
    goalText(goal),
  ]);
  const heads = ['', 'seconds', 'of processor', 'MB', 'pages', 'ms a page', 'goal'];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  return [heads, ...cells]
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const isText = column === 0 || column === row.length - 1;
          return isText ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function goalText({ seconds, megabytes, note }: Goal): string {
  return [
    ...(seconds === undefined ? [] : [`under ${seconds} s`]),
    ...(megabytes === undefined ? [] : [`under ${megabytes} MB`]),
    ...(note === undefined ? [] : [note]),
  ].join(', ');
}
