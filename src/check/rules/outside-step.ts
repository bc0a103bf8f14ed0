import { elementsNamed, outsideSteps, placeOfNode, stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';

export const outsideStep: Rule = {
  meaning: 'Everything in the body of a guide stands inside a step, and no step inside another.',
  mend: 'Move the text into the step that it belongs to.',
  example: 'A paragraph after the last </Step>.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) => {
      if (guide?.mdx.tree === undefined) return [];
      const tree = guide.mdx.tree;
      // A nested step is reported as such; what encloses it needs no second report.
      const stray = outsideSteps(tree)
        .filter((node) => elementsNamed(node, 'Step').length === 0)
        .map((node) => ({
          file: guide.path,
          ...placeOfNode(node),
          message: 'This stands outside every <Step>.',
          help: 'Move it into the step that it belongs to.',
        }));
      const nested = stepsOfBody(tree)
        .filter(({ element }) => !tree.children.some((child) => child === element))
        .map(({ line, column, id }) => ({
          file: guide.path,
          line,
          column,
          message: `The step "${id ?? ''}" stands inside something else.`,
          help: 'Put each <Step> on a line of its own, at the top level of the file.',
        }));
      return [...stray, ...nested];
    }),
};
