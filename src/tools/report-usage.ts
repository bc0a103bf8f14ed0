import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a program (`node --import`), tells what the program took, all threads
 * together: the most memory that it ever had in megabytes and the seconds for which a
 * processor worked for it, as a JSON array, written to file descriptor 3.
 */
if (isMainThread)
  process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    // Kilobytes, on every system, and microseconds.
    writeSync(3, JSON.stringify([maxRSS / 1_024, (userCPUTime + systemCPUTime) / 1e6]));
  });
