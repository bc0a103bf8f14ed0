import path from 'node:path';

/**
 * The folder that holds the content: `content`, or the one named by CONTENT_DIR,
 * so that tests can build and check sites of their own.
 */
export function contentFolder(): string {
  return path.resolve(process.env['CONTENT_DIR'] ?? 'content');
}
