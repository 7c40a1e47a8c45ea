import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type ts from "typescript";
import { componentName } from "../load/component-reference.js";
import { get, getEntries, getList, getString, set, type JsonObject } from "../load/data.js";
import { METHODS } from "../load/list-operations.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Operation, Parameter, Schema } from "../model/api-model.js";
import type { OperationPlan, PackagePlan } from "../plan/package-plan.js";
import { compiler, transformSchema } from "./compiler.js";
import { schemaDoc } from "./doc-comment.js";
import { SchemaLowering } from "./lower-schema.js";
import { lowerUse, OPEN_ENUM, PLATFORM_TYPE, type LoweredSchema } from "./lowered-schema.js";
import { TypePrinter, type TypeText } from "./type-printer.js";

/** The types of a client as source text. */
export interface SchemaTypes {
  /** Declarations of all types of the plan, each exported. */
  readonly schemas: TypeText;
  /** The members of the paths interface that openapi-fetch is typed by. */
  readonly paths: TypeText;
}

const { factory, SyntaxKind } = compiler;

/**
 * Makes the TypeScript types of the plan's schemas and paths with openapi-typescript. What it gets
 * has exported names for component names and tokens for texts and names; doc comments are put in afterwards,
 * in the syntax tree.
 */
export function schemaTypes(plan: PackagePlan): SchemaTypes {
  const lowering = new SchemaLowering(plan);
  const schemas: JsonObject = {};
  for (const { name, schema, direction, description } of plan.types) {
    const lowered = lowering.lower(schema, direction);
    const doc = lowering.docs.add(schemaDoc(schema, description));
    set(schemas, name, describe(lowered, doc));
  }
  const document = { components: { schemas }, paths: lowerPaths(plan, lowering) };
  const nodes = transformSchema(document as unknown as OpenAPI3, context(document));
  return {
    schemas: new TypePrinter(lowering).components(nodes),
    paths: new TypePrinter(lowering).members(nodes, "paths"),
  };
}

function describe(schema: LoweredSchema, token: string): LoweredSchema {
  return { ...schema, description: token };
}

/** openapi-typescript's settings, as its own entry point fills them, without its bundling of files. */
function context(document: object): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    // Lowered schemas have none: what they choose by stands in their members.
    discriminators: { objects: {}, refsHandled: [] },
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
    silent: true,
    transform: overrideType,
    transformProperty: undefined,
    inject: undefined,
    resolve: (reference: string) => {
      const name = componentName(reference) ?? "";
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
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
}

const RAW_METHODS = new Set(METHODS.map((method) => method.toUpperCase()));

function lowerPaths(plan: PackagePlan, lowering: SchemaLowering): JsonObject {
  const paths: JsonObject = {};
  for (const operation of plan.operations) {
    const { method } = operation.operation;
    // openapi-fetch has no function for other methods.
    if (!RAW_METHODS.has(method)) continue;
    const path = lowering.names.add(operation.operation.path);
    const item = (get(paths, path) as JsonObject | undefined) ?? {};
    item[method.toLowerCase()] = lowerOperation(operation, lowering);
    paths[path] = item;
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
      content[lowering.names.add(answer.content.mediaType)] = { schema: lowerUse(type) };
    }
    set(responses, answer.status, answer.content ? { content } : {});
  }
  const content: JsonObject = {};
  if (operation.body && request) {
    content[lowering.names.add(operation.body.mediaType)] = { schema: lowerUse(request.type) };
  }
  for (const { content: other, types } of plan.bodies?.choices.slice(1) ?? []) {
    for (const type of types)
      content[lowering.names.add(other.mediaType)] = { schema: lowerUse(type) };
  }
  return {
    description: lowering.docs.add({
      summary: operation.summary,
      tags: operation.deprecated ? [["deprecated", ""]] : [],
    }),
    parameters: lowerParameters(operation, lowering),
    ...(operation.body ? { requestBody: { required: operation.body.required, content } } : {}),
    responses,
  };
}

function lowerParameters(operation: Operation, lowering: SchemaLowering): JsonObject[] {
  const whole = operation.parameters.find((parameter) => parameter.in === "querystring");
  const single = operation.parameters.filter((parameter) => parameter !== whole);
  return [...single, ...(whole ? queryMembers(whole, lowering.document) : [])].map((parameter) => ({
    name: lowering.names.add(parameter.name),
    in: parameter.in,
    required: parameter.required,
    schema: lowering.lower(parameter.schema, "request"),
    description: lowering.docs.add({
      description: parameter.description,
      tags: parameter.deprecated ? [["deprecated", ""]] : [],
    }),
  }));
}

/** A whole query string is typed for `raw` as far as it is an object: openapi-fetch knows queries by their members. */
function queryMembers({ schema: given }: Parameter, root: JsonObject): QueryMember[] {
  const schema = resolveReference(root, given);
  const required = getList(schema, "required");
  return getEntries(schema, "properties").map(([name, property]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: property as Schema,
    description: getString(property, "description"),
    deprecated: get(property, "deprecated") === true,
  }));
}

type QueryMember = Pick<
  Parameter,
  "name" | "in" | "required" | "schema" | "description" | "deprecated"
>;
