import type { Nodes, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { Place } from './problem.ts';

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** A `<Step>` of a body. */
export interface BodyStep extends Place {
  /** Undefined where the attribute is missing or not plain text. */
  readonly id: string | undefined;
  readonly element: MdxElement;
}

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
  const found: MdxElement[] = [];
  visit(tree, (node) => {
    if (isMdxElement(node) && node.name === name) found.push(node);
  });
  return found;
}

/** The steps of a guide's body, in reading order. */
export function stepsOfBody(tree: Root): BodyStep[] {
  return elementsNamed(tree, 'Step').map((element) => ({
    id: textAttribute(element, 'id'),
    element,
    ...placeOfNode(element),
  }));
}

/** What stands in a body outside every step, frontmatter aside. */
export function outsideSteps(tree: Root): RootContent[] {
  return tree.children.filter(
    (node) => node.type !== 'yaml' && !(isMdxElement(node) && node.name === 'Step'),
  );
}
