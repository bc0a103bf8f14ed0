/**
 * A path of an answer as a regular expression without anchors, which extended POSIX,
 * Python and JavaScript read alike.
 *
 * Input: a path such as `data.*.perm`, where * stands for any part of a name, and `data?.`
 * for a part that may be missing, and `**` at the end for any further parts. Output: `data\.[^.]*\.perm`.
 */
export function pathPattern(path: string): string {
  const segments = path.split('.');
  return segments
    .map((segment, index) => {
      if (segment === '**') return '.*';
      const name = segment.replaceAll('*', '[^.]*');
      if (name.endsWith('?')) return `(${name.slice(0, -1)}\\.)?`;
      return index === segments.length - 1 ? name : `${name}\\.`;
    })
    .join('');
}
