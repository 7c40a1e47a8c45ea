import ts from "typescript";
import { type Code, code, HIDDEN_CHARACTERS, identifier, nothing, printed } from "./code.js";
import { docComment } from "./doc-comment.js";
import type { DocTokens } from "./doc-tokens.js";
import type { NameTokens } from "./name-tokens.js";

const { factory } = ts;

/** Source text, and the exported names of types that it refers to. */
export interface TypeText {
  readonly code: Code;
  readonly refersTo: ReadonlySet<string>;
}

/** What the tokens in a syntax tree stand for. */
export interface Tokens {
  readonly docs: DocTokens;
  readonly names: NameTokens;
}

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
  readonly #tokens: Tokens;
  readonly #refersTo = new Set<string>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
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

  /** Puts plain names for `components["schemas"]["NAME"]`, names for their tokens, and our doc comments. */
  #mend<T extends ts.Node>(root: T): T {
    const result = ts.transform(root, [
      (transformation) => {
        const visitName = (node: ts.Node): ts.Node => {
          const text = literalText(node);
          return text === undefined
            ? ts.visitEachChild(node, visitName, transformation)
            : this.#literalType(this.#tokens.names.find(text) ?? text);
        };
        const visit = (node: ts.Node): ts.Node => {
          const name = componentOf(node);
          if (name !== undefined) {
            this.#refersTo.add(name);
            return factory.createTypeReferenceNode(name);
          }
          if (isWithRequired(node)) {
            const [type, names] = node.typeArguments as unknown as [ts.TypeNode, ts.TypeNode];
            const given = [visit(type), visitName(names)] as ts.TypeNode[];
            return factory.createTypeReferenceNode(node.typeName, given);
          }
          const text = literalText(node);
          if (text !== undefined) return this.#literalType(text);
          const visited = ts.visitEachChild(node, visit, transformation);
          return ts.isPropertySignature(visited) ? this.#mendMember(node, visited) : visited;
        };
        return (node) => visit(node) as T;
      },
    ]);
    return result.transformed[0] as T;
  }

  #mendMember(original: ts.Node, member: ts.PropertySignature): ts.Node {
    const { name, questionToken, type } = member;
    const mended =
      ts.isStringLiteral(name) && this.#nameOf(name) !== name.text
        ? factory.createPropertySignature(
            member.modifiers,
            this.#string(this.#nameOf(name)),
            questionToken,
            type,
          )
        : member;
    this.#replaceComment(original, mended);
    return mended;
  }

  #nameOf({ text }: ts.StringLiteral): string {
    return this.#tokens.names.find(text) ?? text;
  }

  #literalType(text: string): ts.TypeNode {
    return factory.createLiteralTypeNode(this.#string(text));
  }

  /** Letters of every script stay as they are; what is hidden is written in ASCII. */
  #string(text: string): ts.StringLiteral {
    const literal = factory.createStringLiteral(text);
    return HIDDEN_CHARACTERS.test(text)
      ? literal
      : ts.setEmitFlags(literal, ts.EmitFlags.NoAsciiEscaping);
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
    const doc = comment && this.#tokens.docs.find(comment.text);
    return doc ? docComment(doc) : nothing;
  }

  #print(node: ts.Node): Code {
    return printed(this.#printer.printNode(ts.EmitHint.Unspecified, node, this.#file));
  }
}

/** `WithRequired<T, "name" | …>`, the one place besides members where openapi-typescript writes names. */
function isWithRequired(node: ts.Node): node is ts.TypeReferenceNode {
  return (
    ts.isTypeReferenceNode(node) &&
    ts.isIdentifier(node.typeName) &&
    node.typeName.text === "WithRequired"
  );
}

/** The text of a literal type. openapi-typescript makes most of them as identifiers of JSON. */
function literalText(node: ts.Node): string | undefined {
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return node.literal.text;
  if (!ts.isIdentifier(node) || !node.text.startsWith('"')) return undefined;
  return JSON.parse(node.text) as string;
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
