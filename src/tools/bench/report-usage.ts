import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a process that is measured (`node --import`): when it ends, it appends a line
 * to the file that BENCH_USAGE names, with its most memory in kilobytes and the time of the
 * processor in microseconds.
 */

const file = process.env['BENCH_USAGE'];
if (file !== undefined && isMainThread)
  process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    appendFileSync(file, `${JSON.stringify([maxRSS, userCPUTime + systemCPUTime])}\n`);
  });
