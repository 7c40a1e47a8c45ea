import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Direction } from "../../model/api-model.js";
import { declaredNames } from "../types/changed-names.js";

/**
 * Whether callers give or get what a file declares, by its names: what a function takes they give, what it returns they get,
 * and a callback turns that round. What no exported value leads to is not in it.
 */
export function directionsIn(file: ts.SourceFile | undefined): ReadonlyMap<string, Set<Direction>> {
  const declared = new Map<string, ts.Statement[]>();
  const found = new Map<string, Set<Direction>>();
  for (const statement of file?.statements ?? []) {
    for (const name of declaredNames(statement, true)) {
      declared.set(name, [...(declared.get(name) ?? []), statement]);
    }
  }
  for (const statement of file?.statements ?? []) {
    const isType =
      compiler.isTypeAliasDeclaration(statement) || compiler.isInterfaceDeclaration(statement);
    if (!isType && isExported(statement)) visit(statement, "response");
  }
  return found;

  function meet(name: string, direction: Direction): void {
    const statements = declared.get(name);
    const known = found.get(name) ?? new Set();
    if (!statements || known.has(direction)) return;
    found.set(name, known.add(direction));
    for (const statement of statements) if (!arePaths(statement)) visit(statement, direction);
  }

  function visit(node: ts.Node, direction: Direction): void {
    if (compiler.isParameter(node)) {
      if (node.type) visit(node.type, direction === "request" ? "response" : "request");
      return;
    }
    // What a symbol names is a mark, which no caller reads or writes; a bound is neither given nor got.
    const { name } = node as { readonly name?: ts.Node };
    if (
      (name && compiler.isComputedPropertyName(name)) ||
      compiler.isTypeParameterDeclaration(node)
    )
      return;
    if (compiler.isTypeReferenceNode(node) && compiler.isIdentifier(node.typeName)) {
      meet(node.typeName.text, direction);
    } else if (
      compiler.isExpressionWithTypeArguments(node) &&
      compiler.isIdentifier(node.expression)
    ) {
      meet(node.expression.text, direction);
    }
    compiler.forEachChild(node, (child) => visit(child, direction));
  }
}

/**
 * Whether a statement declares the paths of a document, as openapi-fetch types raw calls by them: requests and responses stand
 * side by side in it. What became of those is told by the judges of the document.
 */
export function arePaths(statement: ts.Node): boolean {
  if (!compiler.isInterfaceDeclaration(statement) || statement.members.length === 0) return false;
  return statement.members.every(
    ({ name }) => name && compiler.isStringLiteral(name) && name.text.startsWith("/"),
  );
}

function isExported(statement: ts.Statement): boolean {
  if (!compiler.canHaveModifiers(statement)) return false;
  const modifiers = compiler.getModifiers(statement) ?? [];
  return modifiers.some(({ kind }) => kind === compiler.SyntaxKind.ExportKeyword);
}
