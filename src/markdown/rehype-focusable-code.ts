import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

interface Options {
  /** Name of a block of code for screen readers. */
  readonly label: string;
}

/** Lets blocks of code be scrolled with the keyboard: they take focus and have a name. */
export function rehypeFocusableCode({ label }: Options) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'pre') return;
      node.properties['tabIndex'] = 0;
      node.properties['role'] = 'group';
      node.properties['ariaLabel'] = label;
    });
  };
}
