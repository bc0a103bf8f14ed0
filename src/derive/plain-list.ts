/**
 * Joins words into one list: "a", "a and b", "a, b and c".
 *
 * Input: the parts and the word between the last two. Output: the list.
 */
export function plainList(parts: readonly string[], lastJoin: string): string {
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${lastJoin} ${parts.at(-1)}`;
}
