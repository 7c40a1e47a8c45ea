import type ts from "typescript";
import { type Code, code, identifier, literal, nothing, printed } from "./code.js";
import { compiler } from "./compiler.js";
import { docComment } from "./doc-comment.js";
import type { DocTokens } from "./doc-tokens.js";
import type { NameTokens } from "./name-tokens.js";

const { NewLineKind, ScriptKind, ScriptTarget, SyntaxKind } = compiler;

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
 * Prints syntax trees of openapi-typescript as declarations of our own, with plain names for
 * `components["schemas"]["NAME"]`, names for their tokens, and our doc comments. It knows the kinds of
 * types that openapi-typescript makes: to change the trees for TypeScript's own printer, and print them
 * by it, takes five times as long. Parentheses are in the trees, where they are needed.
 */
export class TypePrinter {
  readonly #tokens: Tokens;
  readonly #refersTo = new Set<string>();

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
      const type = printed(this.#type(member.type as ts.TypeNode));
      return code`${this.#comment(member)}export type ${name} = ${type};\n\n`;
    });
    const text = code`${helpers.map((helper) => code`${printHelper(helper)}\n\n`)}${declarations}`;
    return { code: text, refersTo: this.#refersTo };
  }

  /** The members of the interface called `name`, one after the other. */
  members(nodes: readonly ts.Node[], name: string): TypeText {
    const found = nodes.find(
      (node) => compiler.isInterfaceDeclaration(node) && node.name.text === name,
    );
    const members = (found as ts.InterfaceDeclaration | undefined)?.members ?? [];
    const lines = members.map((member) => code`${printed(this.#member(member))}\n`);
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

  #type(node: ts.Node): string {
    const keyword = KEYWORDS.get(node.kind);
    if (keyword !== undefined) return keyword;
    switch (node.kind) {
      case SyntaxKind.Identifier:
        return plainText(node as ts.Identifier);
      case SyntaxKind.LiteralType:
        return this.#type((node as ts.LiteralTypeNode).literal);
      case SyntaxKind.StringLiteral:
        return literal((node as ts.StringLiteral).text).text;
      case SyntaxKind.NumericLiteral:
        return (node as ts.NumericLiteral).text;
      case SyntaxKind.PrefixUnaryExpression:
        return `-${this.#type((node as ts.PrefixUnaryExpression).operand)}`;
      case SyntaxKind.TypeReference:
        return this.#reference(node as ts.TypeReferenceNode);
      case SyntaxKind.IndexedAccessType:
        return this.#component(node as ts.IndexedAccessTypeNode);
      case SyntaxKind.TypeLiteral:
        return this.#object(node as ts.TypeLiteralNode);
      case SyntaxKind.UnionType:
        return this.#types((node as ts.UnionTypeNode).types, " | ");
      case SyntaxKind.IntersectionType:
        return this.#types((node as ts.IntersectionTypeNode).types, " & ");
      case SyntaxKind.ArrayType:
        return `${this.#type((node as ts.ArrayTypeNode).elementType)}[]`;
      case SyntaxKind.TupleType:
        return `[${this.#types((node as ts.TupleTypeNode).elements, ", ")}]`;
      case SyntaxKind.RestType:
        return `...${this.#type((node as ts.RestTypeNode).type)}`;
      case SyntaxKind.ParenthesizedType:
        return `(${this.#type((node as ts.ParenthesizedTypeNode).type)})`;
      default:
        throw new TypeError(`No way to print ${SyntaxKind[node.kind]}.`);
    }
  }

  #types(nodes: readonly ts.Node[], separator: string): string {
    return nodes.map((node) => this.#type(node)).join(separator);
  }

  #reference({ typeName, typeArguments }: ts.TypeReferenceNode): string {
    const name = (typeName as ts.Identifier).text;
    if (!typeArguments) return name;
    // The one place besides members where openapi-typescript writes their names.
    if (name === "WithRequired") {
      const [type, names] = typeArguments as unknown as [ts.TypeNode, ts.TypeNode];
      return `${name}<${this.#type(type)}, ${this.#memberNames(names)}>`;
    }
    return `${name}<${this.#types(typeArguments, ", ")}>`;
  }

  #memberNames(node: ts.Node): string {
    if (compiler.isUnionTypeNode(node)) {
      return node.types.map((type) => this.#memberNames(type)).join(" | ");
    }
    const text = JSON.parse(this.#type(node)) as string;
    return literal(this.#tokens.names.find(text) ?? text).text;
  }

  /** `NAME` for `components["schemas"]["NAME"]`, the one type of another that is asked for. */
  #component({ indexType }: ts.IndexedAccessTypeNode): string {
    const name = JSON.parse(this.#type(indexType)) as string;
    this.#refersTo.add(name);
    return identifier(name).text;
  }

  #object({ members }: ts.TypeLiteralNode): string {
    if (members.length === 0) return "{}";
    return `{\n${members.map((member) => `${this.#member(member)}\n`).join("")}}`;
  }

  #member(member: ts.TypeElement): string {
    if (compiler.isIndexSignatureDeclaration(member)) {
      const { name } = member.parameters[0] as ts.ParameterDeclaration;
      return `[${(name as ts.Identifier).text}: string]: ${this.#type(member.type)};`;
    }
    const { name, questionToken, type } = member as ts.PropertySignature;
    const mark = questionToken ? "?" : "";
    const comment = this.#comment(member).text;
    return `${comment}${this.#memberName(name)}${mark}: ${this.#type(type as ts.TypeNode)};`;
  }

  #memberName(name: ts.PropertyName): string {
    if (!compiler.isStringLiteral(name)) return (name as ts.Identifier).text;
    return literal(this.#tokens.names.find(name.text) ?? name.text).text;
  }

  #comment(node: ts.Node): Code {
    const [comment] = compiler.getSyntheticLeadingComments(node) ?? [];
    const doc = comment && this.#tokens.docs.find(comment.text);
    return doc ? docComment(doc) : nothing;
  }
}

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [SyntaxKind.StringKeyword, "string"],
  [SyntaxKind.NumberKeyword, "number"],
  [SyntaxKind.BooleanKeyword, "boolean"],
  [SyntaxKind.UnknownKeyword, "unknown"],
  [SyntaxKind.UndefinedKeyword, "undefined"],
  [SyntaxKind.NeverKeyword, "never"],
  [SyntaxKind.NullKeyword, "null"],
  [SyntaxKind.TrueKeyword, "true"],
  [SyntaxKind.FalseKeyword, "false"],
]);

/** openapi-typescript makes most literals as identifiers of JSON. */
function plainText({ text }: ts.Identifier): string {
  return text.startsWith('"') ? literal(JSON.parse(text)).text : text;
}

function printHelper(node: ts.Node): Code {
  const printer = compiler.createPrinter({ newLine: NewLineKind.LineFeed });
  const file = compiler.createSourceFile("types.ts", "", ScriptTarget.ES2022, false, ScriptKind.TS);
  return printed(printer.printNode(compiler.EmitHint.Unspecified, node, file));
}

function isExport(modifier: ts.ModifierLike): boolean {
  return modifier.kind === SyntaxKind.ExportKeyword;
}
