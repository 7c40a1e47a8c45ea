import ts from "typescript-5.9";

/** What a module names in its imports and exports; those that are computed are left out. */
export function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The package that a specifier names: `@scope/name/entry` is of `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Something that a rule forbids, or has a look at. */
interface Place {
  readonly line: number;
  readonly node: ts.Node;
}

/** The nodes of a file for which `looks` is true. */
export function placesOf(text: string, looks: (node: ts.Node) => boolean): Place[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022, true);
  const places: Place[] = [];
  const visit = (node: ts.Node): void => {
    if (looks(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      places.push({ line: line + 1, node });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places;
}

/** `export * from` and `export * as name from`. */
export function isStarExport(node: ts.Node): boolean {
  return (
    ts.isExportDeclaration(node) &&
    (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause))
  );
}

/** `export default`, `export =` and `export { name as default }`. */
export function isDefaultExport(node: ts.Node): boolean {
  return (
    ts.isExportAssignment(node) ||
    node.kind === ts.SyntaxKind.DefaultKeyword ||
    (ts.isExportSpecifier(node) && node.name.text === "default")
  );
}

/** The type `any`, wherever it is written. */
export function isAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword;
}

/** `something.listen(...)` without the text 127.0.0.1 among its arguments. */
export function listensElsewhere(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "listen" &&
    !node.arguments.some((each) => ts.isStringLiteral(each) && each.text === "127.0.0.1")
  );
}
