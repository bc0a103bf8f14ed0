import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a program (`node --import`), tells the most memory that the program ever
 * had, all threads together: a number of megabytes, written to file descriptor 3.
 */
if (isMainThread)
  process.once('exit', () => {
    // Kilobytes, on every system.
    writeSync(3, String(process.resourceUsage().maxRSS / 1_024));
  });
