import ts from 'typescript';

/** Words for readers that stand in code, where no translator finds them. */
export interface FoundWords {
  /** Counted from 1. */
  readonly line: number;
  readonly words: string;
}

/** Attributes whose text people read or hear. */
const readAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'label',
  'placeholder',
  'summary',
  'title',
]);

/** Properties of elements whose text people read or hear. */
const readProperties = new Set([
  'alt',
  'ariaDescription',
  'ariaLabel',
  'ariaPlaceholder',
  'ariaValueText',
  'innerHTML',
  'innerText',
  'label',
  'placeholder',
  'textContent',
  'title',
]);

/** Methods of elements that show the texts they get. */
const showingMethods = new Set(['after', 'append', 'before', 'prepend', 'replaceChildren']);

/** Three words or more, or two of which the first has a capital letter: selectors have neither. */
const phrase = /^(?:\p{Lu}[\p{L}’']*|\p{L}+[,:]? [\p{L}’']+)(?:[,:]? [\p{L}’']+)+[.!?…]?$/u;

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/**
 * The words in the template of an Astro component: between tags, in what an expression there
 * comes out as, and in attributes that are read.
 *
 * Input: the whole file. The template is read as JSX, which it nearly is. Throws where it
 * cannot be read so.
 */
export function wordsInAstro(source: string): FoundWords[] {
  const template = blankOut(source, [
    /^---\n[\s\S]*?\n---\n/g,
    /<!doctype[^>]*>/gi,
    /(?<=<style(?:[^>]*[^/>])?>)[\s\S]*?(?=<\/style>)/g,
    /(?<=<script(?:[^>]*[^/>])?>)[\s\S]*?(?=<\/script>)/g,
    /<!--[\s\S]*?-->/g,
  ]);
  const file = parsed(`<>${template}</>`, 'template.tsx', ts.ScriptKind.TSX);
  return everyNode(file).flatMap((node): FoundWords[] => {
    if (ts.isJsxText(node)) return found(file, node, node.text);
    if (ts.isJsxAttribute(node)) {
      if (!readAttributes.has(node.name.getText(file)) || node.initializer === undefined) return [];
      return ts.isJsxExpression(node.initializer)
        ? shownTexts(node.initializer.expression).flatMap((text) => found(file, text, text.text))
        : found(file, node.initializer, node.initializer.getText(file));
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      return shownTexts(node.expression).flatMap((text) => found(file, text, text.text));
    return [];
  });
}

/**
 * The words in a script of the browser: texts that it shows, and phrases anywhere.
 *
 * Input: the whole file.
 */
export function wordsInScript(source: string): FoundWords[] {
  const file = parsed(source, 'script.ts', ts.ScriptKind.TS);
  return everyNode(file).flatMap((node): FoundWords[] => {
    if (isText(node) && phrase.test(node.text.trim())) return found(file, node, node.text);
    if (
      ts.isBinaryExpression(node) &&
      ts.isPropertyAccessExpression(node.left) &&
      readProperties.has(node.left.name.text)
    )
      return shownTexts(node.right).flatMap((text) => found(file, text, text.text));
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      showingMethods.has(node.expression.name.text)
    )
      return node.arguments.flatMap(shownTexts).flatMap((text) => found(file, text, text.text));
    return [];
  });
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateLiteralToken;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
}

/** The literal texts that an expression can come out as; nothing that it only compares or passes on. */
function shownTexts(expression: ts.Expression | undefined): Text[] {
  if (expression === undefined) return [];
  if (isText(expression)) return [expression];
  if (ts.isTemplateExpression(expression))
    return [
      expression.head,
      ...expression.templateSpans.flatMap((span) => [...shownTexts(span.expression), span.literal]),
    ];
  if (ts.isParenthesizedExpression(expression)) return shownTexts(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...shownTexts(expression.whenTrue), ...shownTexts(expression.whenFalse)];
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap(shownTexts);
  if (ts.isArrowFunction(expression))
    return ts.isBlock(expression.body)
      ? everyNode(expression.body)
          .filter(ts.isReturnStatement)
          .flatMap((statement) => shownTexts(statement.expression))
      : shownTexts(expression.body);
  if (ts.isCallExpression(expression))
    return expression.arguments
      .filter((argument) => ts.isArrowFunction(argument))
      .flatMap(shownTexts);
  if (ts.isBinaryExpression(expression)) {
    const { kind } = expression.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return shownTexts(expression.right);
    const joins = [
      ts.SyntaxKind.PlusToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ];
    return joins.includes(kind)
      ? [...shownTexts(expression.left), ...shownTexts(expression.right)]
      : [];
  }
  return [];
}

function parsed(text: string, name: string, kind: ts.ScriptKind): ts.SourceFile {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.Latest },
  });
  const [first] = diagnostics;
  if (first !== undefined) {
    const { line } = file.getLineAndCharacterOfPosition(first.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(first.messageText, ' ');
    throw new Error(`[words] Line ${line + 1} cannot be read: ${message}`);
  }
  return file;
}

function everyNode(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

function found(file: ts.SourceFile, node: ts.Node, text: string): FoundWords[] {
  const words = text.replaceAll(/&[a-z]+;/gi, '').trim();
  if (!hasLetters(words)) return [];
  return [{ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, words }];
}

/** Takes out what is no template, and keeps the lines. */
function blankOut(source: string, parts: readonly RegExp[]): string {
  return parts.reduce(
    (text, part) => text.replaceAll(part, (match) => match.replaceAll(/[^\n]/g, ' ')),
    source,
  );
}
