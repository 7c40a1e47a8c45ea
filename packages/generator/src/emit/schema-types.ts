import {
  scanDiscriminators,
  transformSchema,
  type GlobalContext,
  type OpenAPI3,
} from "openapi-typescript";
import ts from "typescript";
import { get, set, type JsonObject } from "../load/data.js";
import type { Operation } from "../model/api-model.js";
import type { OperationPlan, PackagePlan, TypeUse } from "../plan/package-plan.js";
import { type Code, code, identifier, nothing, printed } from "./code.js";
import { type Doc, docComment, schemaDoc } from "./doc-comment.js";
import { OPEN_ENUM, PLATFORM_TYPE, SchemaLowering, type LoweredSchema } from "./lower-schema.js";

/** Source text, and the exported names of types that it refers to. */
export interface TypeText {
  readonly code: Code;
  readonly refersTo: ReadonlySet<string>;
}

/** The types of a client as source text. */
export interface SchemaTypes {
  /** Declarations of all types of the plan, each exported. */
  readonly schemas: TypeText;
  /** The members of the paths interface that openapi-fetch is typed by. */
  readonly paths: TypeText;
}

const { factory } = ts;

/**
 * Makes the TypeScript types of the plan's schemas and paths with openapi-typescript. What it gets
 * has exported names for component names and tokens for texts; doc comments are put in afterwards,
 * in the syntax tree.
 */
export function schemaTypes(plan: PackagePlan): SchemaTypes {
  const lowering = new SchemaLowering(plan);
  const schemas: JsonObject = {};
  for (const { name, schema, direction, description } of plan.types) {
    const lowered = lowering.lower(schema, direction);
    const doc = lowering.docs.add(schemaDoc(schema, description));
    schemas[name] = describe(lowered, doc);
  }
  const document = { components: { schemas }, paths: lowerPaths(plan, lowering) };
  const nodes = transformSchema(document as unknown as OpenAPI3, context(document));
  const findDoc = (comment: string) => lowering.docs.find(comment);
  return {
    schemas: new TypePrinter(findDoc).components(nodes),
    paths: new TypePrinter(findDoc).members(nodes, "paths"),
  };
}

function describe(schema: LoweredSchema, token: string): LoweredSchema {
  return typeof schema === "boolean" ? schema : { ...schema, description: token };
}

/** openapi-typescript's settings, as its own entry point fills them, without its bundling of files. */
function context(document: object): GlobalContext {
  const silent = true;
  const source = document as OpenAPI3;
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: scanDiscriminators(source, { silent }),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    redoc: undefined,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent,
    transform: overrideType,
    transformProperty: undefined,
    inject: undefined,
    resolve: (reference: string) => {
      const name = reference.replace("#/components/schemas/", "");
      return get(get(get(document, "components"), "schemas"), name);
    },
  } as unknown as GlobalContext;
}

/** Types that a schema alone can't say. */
function overrideType(schema: object): ts.TypeNode | undefined {
  const { [OPEN_ENUM]: known, [PLATFORM_TYPE]: platform } = schema as {
    [OPEN_ENUM]?: readonly string[];
    [PLATFORM_TYPE]?: string;
  };
  if (platform !== undefined) return factory.createTypeReferenceNode(platform);
  if (known === undefined) return undefined;
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    openString(),
  ]);
}

/** `string & {}`: any string, without swallowing the literals beside it in a union. */
function openString(): ts.TypeNode {
  return factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
}

function lowerPaths(plan: PackagePlan, lowering: SchemaLowering): JsonObject {
  const paths: JsonObject = {};
  for (const operation of plan.operations) {
    const { path, method } = operation.operation;
    const item = (get(paths, path) as JsonObject | undefined) ?? {};
    item[method.toLowerCase()] = lowerOperation(operation, lowering);
    set(paths, path, item);
  }
  return paths;
}

function lowerOperation(plan: OperationPlan, lowering: SchemaLowering): JsonObject {
  const { operation, request, answerTypes } = plan;
  const responses: JsonObject = {};
  for (const answer of [...operation.successes, ...operation.failures]) {
    const content: JsonObject = {};
    const type = answerTypes.get(answer);
    if (answer.content && type) {
      set(content, answer.content.mediaType, { schema: lowerUse(type) });
    }
    set(responses, answer.status, answer.content ? { content } : {});
  }
  const content: JsonObject = {};
  if (operation.body && request) {
    set(content, operation.body.mediaType, { schema: lowerUse(request.type) });
  }
  return {
    description: lowering.docs.add({ summary: operation.summary }),
    parameters: lowerParameters(operation, lowering),
    ...(operation.body ? { requestBody: { required: operation.body.required, content } } : {}),
    responses,
  };
}

function lowerParameters(operation: Operation, lowering: SchemaLowering): JsonObject[] {
  return operation.parameters.map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required,
    schema: lowering.lower(parameter.schema, "request"),
    description: lowering.docs.add({ description: parameter.description }),
  }));
}

function lowerUse(use: TypeUse): JsonObject {
  if (use.kind === "named") return { $ref: `#/components/schemas/${use.name}` };
  switch (use.text) {
    case "string":
      return { type: "string" };
    case "Blob":
      return { type: "string", [PLATFORM_TYPE]: "Blob" };
    default:
      return {};
  }
}

/** Prints syntax trees of openapi-typescript as declarations of our own. */
class TypePrinter {
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
