import ts from "typescript";
import type { EmittedFile } from "../../src/model/emitted-file.js";

/** What generated files of a document may declare at their top. */
export type Declared = ReadonlySet<string>;

/** Kinds of syntax that the generator never writes, so that they can only come out of a document. */
const NEVER = new Set([
  ts.SyntaxKind.ExpressionStatement,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.ImportType,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.Decorator,
  ts.SyntaxKind.ElementAccessExpression,
  ts.SyntaxKind.DeleteExpression,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.YieldExpression,
  ts.SyntaxKind.ModuleDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.ImportEqualsDeclaration,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
  ts.SyntaxKind.DebuggerStatement,
  ts.SyntaxKind.LabeledStatement,
  ts.SyntaxKind.EmptyStatement,
  ts.SyntaxKind.ComputedPropertyName,
]);

/** Tags of doc comments that the generator writes; TypeScript takes the link behind `@throws` for one. */
const TAGS = new Set(["param", "returns", "throws", "link", "see", "default", "example"]);

/** Characters that break a line, turn the direction of text or are for terminals, so that code looks other than it is. */
// oxlint-disable-next-line no-control-regex -- that is what must not be there
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Globals that generated code refers to. */
const GLOBALS = (
  "Object JSON Blob Record Omit Pick Extract Exclude WithRequired File Uint8Array ReadableStream ArrayBuffer " +
  "AsyncIterable URLSearchParams undefined const"
).split(" ");

/**
 * What stands in generated files that the generator can't have meant: syntax errors, kinds of
 * statements it does not write, calls and names that are not its own, tags in doc comments.
 *
 * @param declared names that the plan has for types, constants and functions.
 */
export function foreignCode(files: readonly EmittedFile[], declared: Declared): string[] {
  return files.flatMap(({ path, content }) =>
    path.endsWith(".ts") ? inFile(path, content, declared) : [],
  );
}

function inFile(path: string, content: string, declared: Declared): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, content, ts.ScriptTarget.ES2022, true);
  const errors = (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] })
    .parseDiagnostics;
  const complain = (node: ts.Node, why: string) =>
    found.push(`${path}: ${why}: ${JSON.stringify(node.getText(file).slice(0, 120))}`);
  for (const { messageText, start = 0 } of errors) {
    found.push(
      `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")} at ${JSON.stringify(content.slice(start, start + 60))}`,
    );
  }
  const hidden = HIDDEN.exec(content);
  if (hidden) found.push(`${path}: a hidden character at ${hidden.index}`);
  const local = namesOf(file);
  for (const name of local.declared) {
    if (!declared.has(name)) found.push(`${path}: declares ${name}`);
  }
  const known = new Set([...local.declared, ...local.imported, ...local.inner, ...GLOBALS]);
  const visit = (node: ts.Node): void => {
    if (NEVER.has(node.kind) && !isProtoKey(node)) complain(node, ts.SyntaxKind[node.kind]);
    if (ts.isCallExpression(node) && !isOurCall(node, local.imported, local.declared)) {
      complain(node, "a call");
    }
    if (ts.isIdentifier(node) && isReference(node) && !known.has(node.text)) {
      complain(node, "a name from nowhere");
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (!isOurModule(node.moduleSpecifier)) complain(node, "a module");
    }
    for (const tag of ts.getJSDocTags(node)) {
      if (TAGS.has(tag.tagName.text)) continue;
      const around = JSON.stringify(content.slice(tag.pos - 20, tag.pos + 40));
      found.push(`${path}: a tag: ${around}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

interface Names {
  /** Declared at the top of the file. */
  readonly declared: Set<string>;
  readonly imported: Set<string>;
  /** Parameters, type parameters and constants within functions. */
  readonly inner: Set<string>;
}

function namesOf(file: ts.SourceFile): Names {
  const names: Names = { declared: new Set(), imported: new Set(), inner: new Set() };
  const visit = (node: ts.Node): void => {
    const isTop = node.parent === file || node.parent?.parent?.parent === file;
    if (ts.isImportSpecifier(node)) names.imported.add(node.name.text);
    else if (
      (ts.isVariableDeclaration(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    ) {
      (isTop ? names.declared : names.inner).add(node.name.text);
    } else if (
      (ts.isParameter(node) || ts.isTypeParameterDeclaration(node)) &&
      ts.isIdentifier(node.name)
    ) {
      names.inner.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** Whether an identifier refers to something, and is no name of a member or of what it declares. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isJSDoc(parent) || ts.isJSDocLink(parent) || ts.isJSDocNameReference(parent)) return false;
  if (parent.kind >= ts.SyntaxKind.FirstJSDocNode && parent.kind <= ts.SyntaxKind.LastJSDocNode) {
    return false;
  }
  if (
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent)
  ) {
    return parent.name !== node;
  }
  return (parent as { name?: ts.Node }).name !== node;
}

/** `["__proto__"]`, the one key that has to be computed. */
function isProtoKey(node: ts.Node): boolean {
  return (
    ts.isComputedPropertyName(node) &&
    ts.isStringLiteral(node.expression) &&
    node.expression.text === "__proto__"
  );
}

function isOurCall(
  { expression }: ts.CallExpression,
  imported: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): boolean {
  if (ts.isIdentifier(expression)) {
    return imported.has(expression.text) || declared.has(expression.text);
  }
  return ["Object.assign", "JSON.stringify"].includes(expression.getText());
}

function isOurModule(specifier: ts.Expression | undefined): boolean {
  return (
    specifier !== undefined &&
    ts.isStringLiteral(specifier) &&
    /^(@plaid-partner\/runtime\/client|\.\.?\/([a-z0-9-]+\/)?[a-z0-9-]+\.js)$/.test(specifier.text)
  );
}
