import ts from "typescript";
import { type Code, code, identifier, nothing, printed } from "./code.js";
import { type Doc, docComment } from "./doc-comment.js";

const { factory } = ts;

/** Source text, and the exported names of types that it refers to. */
export interface TypeText {
  readonly code: Code;
  readonly refersTo: ReadonlySet<string>;
}

/** Characters that make text look other than it is; a literal that has one is written in ASCII. */
const TURNS_TEXT = /[\u202a-\u202e\u2066-\u2069]/;

/** Prints syntax trees of openapi-typescript as declarations of our own. */
export class TypePrinter {
  readonly #printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  readonly #file = ts.createSourceFile(
    "types.ts",
    "",
    ts.ScriptTarget.ES2022,
    false,
    ts.ScriptKind.TS,
  );
  readonly #findDoc: (comment: string) => Doc | undefined;
  readonly #refersTo = new Set<string>();

  constructor(findDoc: (comment: string) => Doc | undefined) {
    this.#findDoc = findDoc;
  }

  /** `export type NAME = …` for each component schema, and the helper types that they need. */
  components(nodes: readonly ts.Node[]): TypeText {
    const helpers = nodes.filter(
      (node) => ts.isTypeAliasDeclaration(node) && !node.modifiers?.some(isExport),
    );
    const declarations = this.#schemaMembers(nodes).map((member) => {
      const name = identifier((member.name as ts.Identifier).text);
      const type = this.#print(this.#mend(member.type as ts.TypeNode));
      return code`${this.#comment(member)}export type ${name} = ${type};\n\n`;
    });
    const text = code`${helpers.map((helper) => code`${this.#print(helper)}\n\n`)}${declarations}`;
    return { code: text, refersTo: this.#refersTo };
  }

  /** The members of the interface called `name`, one after the other. */
  members(nodes: readonly ts.Node[], name: string): TypeText {
    const found = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
    const members = (found as ts.InterfaceDeclaration | undefined)?.members ?? [];
    const lines = members.map((member) => code`${this.#print(this.#mend(member))}\n`);
    return { code: code`${lines}`, refersTo: this.#refersTo };
  }

  #schemaMembers(nodes: readonly ts.Node[]): ts.PropertySignature[] {
    const components = nodes.find(
      (node) => ts.isInterfaceDeclaration(node) && node.name.text === "components",
    ) as ts.InterfaceDeclaration | undefined;
    const schemas = components?.members.find(
      (member) =>
        ts.isPropertySignature(member) && (member.name as ts.Identifier).text === "schemas",
    ) as ts.PropertySignature | undefined;
    if (!schemas?.type || !ts.isTypeLiteralNode(schemas.type)) return [];
    return schemas.type.members.filter(ts.isPropertySignature);
  }

  /** Puts plain names for `components["schemas"]["NAME"]`, and our doc comments for the tokens. */
  #mend<T extends ts.Node>(root: T): T {
    const result = ts.transform(root, [
      (transformation) => {
        const visit = (node: ts.Node): ts.Node => {
          const name = componentOf(node);
          if (name !== undefined) {
            this.#refersTo.add(name);
            return factory.createTypeReferenceNode(name);
          }
          const visited = ts.visitEachChild(node, visit, transformation);
          if (ts.isStringLiteral(visited) && !TURNS_TEXT.test(visited.text)) {
            ts.setEmitFlags(visited, ts.EmitFlags.NoAsciiEscaping);
          }
          if (ts.isPropertySignature(visited)) this.#replaceComment(node, visited);
          return visited;
        };
        return (node) => visit(node) as T;
      },
    ]);
    return result.transformed[0] as T;
  }

  #replaceComment(original: ts.Node, node: ts.Node): void {
    const comment = this.#comment(original).text.trim();
    ts.setSyntheticLeadingComments(
      node,
      comment === ""
        ? undefined
        : [
            {
              kind: ts.SyntaxKind.MultiLineCommentTrivia,
              text: comment.slice(2, -2),
              hasTrailingNewLine: true,
              pos: -1,
              end: -1,
            },
          ],
    );
  }

  #comment(node: ts.Node): Code {
    const [comment] = ts.getSyntheticLeadingComments(node) ?? [];
    const doc = comment && this.#findDoc(comment.text);
    return doc ? docComment(doc) : nothing;
  }

  #print(node: ts.Node): Code {
    return printed(this.#printer.printNode(ts.EmitHint.Unspecified, node, this.#file));
  }
}

function isExport(modifier: ts.ModifierLike): boolean {
  return modifier.kind === ts.SyntaxKind.ExportKeyword;
}

/** `NAME` of the type `components["schemas"]["NAME"]`. */
function componentOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) {
    return undefined;
  }
  const { objectType: root } = node.objectType;
  if (!ts.isTypeReferenceNode(root) || !ts.isIdentifier(root.typeName)) return undefined;
  if (root.typeName.text !== "components") return undefined;
  const { indexType } = node;
  if (!ts.isLiteralTypeNode(indexType) || !ts.isStringLiteral(indexType.literal)) return undefined;
  return indexType.literal.text;
}
