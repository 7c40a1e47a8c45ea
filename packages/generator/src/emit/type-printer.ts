import type ts from "typescript";
import { type Code, code, HIDDEN_CHARACTERS, identifier, nothing, printed } from "./code.js";
import { compiler } from "./compiler.js";
import { docComment } from "./doc-comment.js";
import type { DocTokens } from "./doc-tokens.js";
import type { NameTokens } from "./name-tokens.js";

const { EmitFlags, EmitHint, factory, NewLineKind, ScriptKind, ScriptTarget, SyntaxKind } =
  compiler;

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

/**
 * Prints syntax trees of openapi-typescript as declarations of our own. The trees are not copied: what
 * is to stand in the place of a node is kept beside them until it is printed.
 */
export class TypePrinter {
  readonly #printer = compiler.createPrinter(
    { newLine: NewLineKind.LineFeed },
    { substituteNode: (_hint, node) => this.#instead.get(node) ?? node },
  );
  readonly #file = compiler.createSourceFile(
    "types.ts",
    "",
    ScriptTarget.ES2022,
    false,
    ScriptKind.TS,
  );
  readonly #tokens: Tokens;
  readonly #refersTo = new Set<string>();
  /** What is printed instead of a node. */
  readonly #instead = new Map<ts.Node, ts.Node>();
  /** A node may stand in several places of a tree, and its comment is put there once. */
  readonly #commented = new Set<ts.Node>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** `export type NAME = …` for each component schema, and the helper types that they need. */
  components(nodes: readonly ts.Node[]): TypeText {
    const helpers = nodes.filter(
      (node) => compiler.isTypeAliasDeclaration(node) && !node.modifiers?.some(isExport),
    );
    const declarations = this.#schemaMembers(nodes).map((member) => {
      const name = identifier((member.name as ts.Identifier).text);
      const type = this.#printMended(member.type as ts.TypeNode);
      return code`${this.#comment(member)}export type ${name} = ${type};\n\n`;
    });
    const text = code`${helpers.map((helper) => code`${this.#print(helper)}\n\n`)}${declarations}`;
    return { code: text, refersTo: this.#refersTo };
  }

  /** The members of the interface called `name`, one after the other. */
  members(nodes: readonly ts.Node[], name: string): TypeText {
    const found = nodes.find(
      (node) => compiler.isInterfaceDeclaration(node) && node.name.text === name,
    );
    const members = (found as ts.InterfaceDeclaration | undefined)?.members ?? [];
    const lines = members.map((member) => code`${this.#printMended(member)}\n`);
    return { code: code`${lines}`, refersTo: this.#refersTo };
  }

  #schemaMembers(nodes: readonly ts.Node[]): ts.PropertySignature[] {
    const components = nodes.find(
      (node) => compiler.isInterfaceDeclaration(node) && node.name.text === "components",
    ) as ts.InterfaceDeclaration | undefined;
    const schemas = components?.members.find(
      (member) =>
        compiler.isPropertySignature(member) && (member.name as ts.Identifier).text === "schemas",
    ) as ts.PropertySignature | undefined;
    if (!schemas?.type || !compiler.isTypeLiteralNode(schemas.type)) return [];
    return schemas.type.members.filter(compiler.isPropertySignature);
  }

  #printMended(node: ts.Node): Code {
    this.#mend(node);
    return this.#print(node);
  }

  #print(node: ts.Node): Code {
    return printed(this.#printer.printNode(EmitHint.Unspecified, node, this.#file));
  }

  /** Puts plain names for `components["schemas"]["NAME"]`, names for their tokens, and our doc comments. */
  #mend(node: ts.Node): void {
    const name = componentOf(node);
    const text = literalText(node);
    if (name !== undefined) {
      this.#refersTo.add(name);
      this.#instead.set(node, factory.createTypeReferenceNode(name));
    } else if (isWithRequired(node)) {
      const [type, names] = node.typeArguments as unknown as [ts.TypeNode, ts.TypeNode];
      this.#mend(type);
      this.#mendNames(names);
    } else if (text !== undefined) {
      this.#mendLiteral(node, text);
    } else {
      if (compiler.isPropertySignature(node)) this.#mendMember(node);
      compiler.forEachChild(node, (child) => this.#mend(child));
    }
  }

  #mendNames(node: ts.Node): void {
    const text = literalText(node);
    if (text === undefined) compiler.forEachChild(node, (child) => this.#mendNames(child));
    else this.#mendLiteral(node, this.#tokens.names.find(text) ?? text);
  }

  /** Most literals are identifiers of JSON, and what is plain in JSON is so in TypeScript. */
  #mendLiteral(node: ts.Node, text: string): void {
    if (compiler.isIdentifier(node) && node.text === `"${text}"` && PLAIN.test(text)) return;
    this.#instead.set(node, factory.createLiteralTypeNode(stringLiteral(text)));
  }

  #mendMember(member: ts.PropertySignature): void {
    const { name } = member;
    const meant = compiler.isStringLiteral(name) ? this.#tokens.names.find(name.text) : undefined;
    if (meant !== undefined) this.#instead.set(name, stringLiteral(meant));
    if (this.#commented.has(member)) return;
    this.#commented.add(member);
    const comment = this.#comment(member).text.trim();
    const comments: ts.SynthesizedComment[] = [
      {
        kind: SyntaxKind.MultiLineCommentTrivia,
        text: comment.slice(2, -2),
        hasTrailingNewLine: true,
        pos: -1,
        end: -1,
      },
    ];
    compiler.setSyntheticLeadingComments(member, comment === "" ? undefined : comments);
  }

  #comment(node: ts.Node): Code {
    const [comment] = compiler.getSyntheticLeadingComments(node) ?? [];
    const doc = comment && this.#tokens.docs.find(comment.text);
    return doc ? docComment(doc) : nothing;
  }
}

/** ASCII that needs no escape in a literal. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Letters of every script stay as they are; what is hidden is written in ASCII. */
function stringLiteral(text: string): ts.StringLiteral {
  const literal = factory.createStringLiteral(text);
  return HIDDEN_CHARACTERS.test(text)
    ? literal
    : compiler.setEmitFlags(literal, EmitFlags.NoAsciiEscaping);
}

/** `WithRequired<T, "name" | …>`, the one place besides members where openapi-typescript writes names. */
function isWithRequired(node: ts.Node): node is ts.TypeReferenceNode {
  return (
    compiler.isTypeReferenceNode(node) &&
    compiler.isIdentifier(node.typeName) &&
    node.typeName.text === "WithRequired"
  );
}

/** The text of a literal type. openapi-typescript makes most of them as identifiers of JSON. */
function literalText(node: ts.Node): string | undefined {
  if (compiler.isLiteralTypeNode(node) && compiler.isStringLiteral(node.literal)) {
    return node.literal.text;
  }
  if (!compiler.isIdentifier(node) || !node.text.startsWith('"')) return undefined;
  return JSON.parse(node.text) as string;
}

function isExport(modifier: ts.ModifierLike): boolean {
  return modifier.kind === SyntaxKind.ExportKeyword;
}

/** `NAME` of the type `components["schemas"]["NAME"]`. */
function componentOf(node: ts.Node): string | undefined {
  const { isIndexedAccessTypeNode, isLiteralTypeNode, isStringLiteral } = compiler;
  if (!isIndexedAccessTypeNode(node) || !isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: root } = node.objectType;
  if (!compiler.isTypeReferenceNode(root) || !compiler.isIdentifier(root.typeName)) {
    return undefined;
  }
  if (root.typeName.text !== "components") return undefined;
  const { indexType } = node;
  if (!isLiteralTypeNode(indexType) || !isStringLiteral(indexType.literal)) return undefined;
  return indexType.literal.text;
}
