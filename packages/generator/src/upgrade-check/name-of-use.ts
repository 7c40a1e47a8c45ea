import { readFileSync } from "node:fs";
import type ts from "typescript";
import { compiler } from "./bundled-compiler.js";

/** The names that an entry's declarations export. */
export function exportedNames(entry: string): string[] {
  return parse(entry).statements.flatMap((statement) => {
    if (!compiler.isExportDeclaration(statement)) return [];
    const { exportClause } = statement;
    if (!exportClause || !compiler.isNamedExports(exportClause)) return [];
    return exportClause.elements.map(({ name }) => name.text);
  });
}

/**
 * Says what of a client a place in a file is about, as far as the syntax alone shows it: the operation that is
 * called around it, the name that is imported, the type that is written there.
 *
 * @param exported the client's names.
 */
export function makeNameOfUse(
  exported: ReadonlySet<string>,
): (file: string, line: number, column: number) => string | undefined {
  const sources = new Map<string, ts.SourceFile>();
  return (file, line, column) => {
    const source = sources.get(file) ?? parse(file);
    sources.set(file, source);
    const start = source.getLineStarts()[line - 1];
    if (start === undefined) return undefined;
    let name: string | undefined;
    const visit = (node: ts.Node): void => {
      const position = start + column - 1;
      if (position < node.getStart(source) || position >= node.getEnd()) return;
      const own = namesOf(node).find((one) => exported.has(one));
      // What stands deeper is closer to the error.
      if (own !== undefined) name = own;
      compiler.forEachChild(node, visit);
    };
    visit(source);
    return name;
  };
}

function namesOf(node: ts.Node): string[] {
  if (compiler.isCallExpression(node) || compiler.isNewExpression(node)) {
    return calledName(node.expression);
  }
  if (compiler.isImportSpecifier(node)) return [(node.propertyName ?? node.name).text];
  if (compiler.isParameter(node)) return typeNames(node.type);
  // What is taken out of a call's answer.
  if (compiler.isVariableDeclaration(node)) {
    return [...typeNames(node.type), ...(node.initializer ? namesOf(node.initializer) : [])];
  }
  if (compiler.isSatisfiesExpression(node) || compiler.isAsExpression(node))
    return typeNames(node.type);
  if (compiler.isTypeReferenceNode(node)) return typeNames(node);
  if (compiler.isAwaitExpression(node)) return namesOf(node.expression);
  // A member of what a variable holds: what the variable was made of.
  if (compiler.isPropertyAccessExpression(node)) {
    return [node.name.text, ...namesOf(node.expression)];
  }
  if (compiler.isElementAccessExpression(node)) return namesOf(node.expression);
  if (compiler.isNonNullExpression(node) || compiler.isParenthesizedExpression(node)) {
    return namesOf(node.expression);
  }
  if (compiler.isIdentifier(node) && isMemberOf(node)) return namesOfVariable(node);
  return [];
}

/** Whether something is taken out of an expression: `pet` in `pet.name` and `pet!.name`. */
function isMemberOf(node: ts.Node): boolean {
  const { parent } = node;
  if (compiler.isNonNullExpression(parent) || compiler.isParenthesizedExpression(parent)) {
    return isMemberOf(parent);
  }
  return (
    (compiler.isPropertyAccessExpression(parent) || compiler.isElementAccessExpression(parent)) &&
    parent.expression === node
  );
}

/** What the variable or parameter of this name in the closest scope is declared as, or made of. */
function namesOfVariable(used: ts.Identifier): string[] {
  for (let scope: ts.Node = used.parent; ; scope = scope.parent) {
    const declared = declarationIn(scope, used.text);
    if (declared) return namesOf(declared);
    if (compiler.isSourceFile(scope)) return [];
  }
}

function declarationIn(scope: ts.Node, name: string): ts.Node | undefined {
  const isIt = (one: ts.VariableDeclaration | ts.ParameterDeclaration) =>
    compiler.isIdentifier(one.name) && one.name.text === name;
  if (compiler.isFunctionLike(scope)) return scope.parameters.find(isIt);
  const lists =
    compiler.isBlock(scope) || compiler.isSourceFile(scope)
      ? scope.statements.filter((one) => compiler.isVariableStatement(one))
      : [];
  return lists.flatMap(({ declarationList }) => [...declarationList.declarations]).find(isIt);
}

function calledName(called: ts.Expression): string[] {
  if (compiler.isIdentifier(called)) return [called.text];
  if (!compiler.isPropertyAccessExpression(called)) return [];
  // `.withResponse()` and `.result()` hang on the call itself.
  return compiler.isCallExpression(called.expression)
    ? [called.name.text, ...calledName(called.expression.expression)]
    : [called.name.text];
}

/** All names in a type: `Pet` and `Owner` of `Pet["kind"] | Owner`. */
function typeNames(type: ts.Node | undefined): string[] {
  if (!type) return [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isTypeReferenceNode(node)) {
      const { typeName: name } = node;
      names.push(compiler.isIdentifier(name) ? name.text : name.right.text);
    }
    compiler.forEachChild(node, visit);
  };
  visit(type);
  return names;
}

function parse(file: string): ts.SourceFile {
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    // tsc has read it; what it says stands without a name.
  }
  return compiler.createSourceFile(file, text, compiler.ScriptTarget.Latest, true);
}
