import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Place } from '../content/place.ts';

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node is a component or tag. */
export function isMdxElement(node: Nodes): node is MdxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The start of a node, counted from 1. */
export function placeOfNode(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The value of an attribute that is plain text; undefined for none and for expressions. */
export function textAttribute(element: MdxElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name) {
      return typeof attribute.value === 'string' ? attribute.value : undefined;
    }
  }
  return undefined;
}

/** Every component or tag with a name, wherever it stands, in reading order. */
export function elementsNamed(tree: Nodes, name: string): MdxElement[] {
  return nodesOf(tree)
    .filter(isMdxElement)
    .filter((element) => element.name === name);
}

/** Many rules ask for the nodes of one tree, which are gathered once. */
const nodesByTree = new WeakMap<Nodes, readonly Nodes[]>();

/** A node and everything in it, in reading order. */
export function nodesOf(tree: Nodes): readonly Nodes[] {
  const known = nodesByTree.get(tree);
  if (known !== undefined) return known;
  const found: Nodes[] = [];
  const gather = (node: Nodes): void => {
    found.push(node);
    if ('children' in node) for (const child of node.children) gather(child);
  };
  gather(tree);
  nodesByTree.set(tree, found);
  return found;
}
