import { createHash } from 'node:crypto';

const policyPattern = /(?<=<meta http-equiv="content-security-policy" content=")[^"]*(?=">)/;
const inlinePattern = /<(script|style)(?![^>]* src=)[^>]*>([\s\S]*?)<\/\1>/g;

/**
 * A built page whose content security policy allows the scripts and styles that stand in
 * that page, and no others: Astro writes those of the whole site into every page.
 *
 * Input: the HTML of a page. Output: the same with fewer hashes; as it was where it has
 * no policy.
 */
export function withOwnPolicy(html: string): string {
  const own = new Set(
    [...html.matchAll(inlinePattern)].map(
      ([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    ),
  );
  return html.replace(policyPattern, (policy) =>
    policy
      .split(';')
      .map((directive) =>
        directive
          .split(' ')
          .filter((word) => !word.startsWith("'sha256-") || own.has(word))
          .join(' '),
      )
      .join(';'),
  );
}
