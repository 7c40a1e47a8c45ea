import { getString, isObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { ApiModel } from "../model/api-model.js";
import { bodyFieldsOf } from "../normalise/read-body-credentials.js";
import { isIdentifier } from "../plan/identifiers.js";
import type { OperationPlan, PackagePlan } from "../plan/package-plan.js";
import { code, type Code, identifier, join, literal, nothing } from "./code.js";
import type { Doc } from "./doc-comment.js";
import { retryFacts } from "./retry-facts.js";

/** Doc comment of an operation's function, or of its method where `clientArgument` is false. */
export function operationDoc(plan: OperationPlan, model: ApiModel, clientArgument: boolean): Doc {
  const { operation } = plan;
  const tags: [string, string][] = [];
  if (clientArgument)
    tags.push(["param", "client - what `createClient` or the client's own factory gave."]);
  if (plan.form === "body") {
    const schema = resolveReference(model.document, operation.body?.schema);
    const text =
      operation.body?.description ?? getString(schema, "description") ?? "The request body.";
    tags.push(["param", `body - ${firstParagraph(text)}`]);
  } else if (plan.parameters !== undefined) {
    tags.push(["param", "input - its parameters, by place."]);
  }
  tags.push([
    "param",
    `options - for this call alone: \`timeout\` (ms), \`signal\`, \`retries\` and others${choices(plan)}.`,
  ]);
  tags.push(["returns", returns(plan)]);
  tags.push([
    "throws",
    "{@link ApiError} for any answer outside 2xx; all errors are `ClientError`s.",
  ]);
  if (operation.documentation !== undefined) tags.push(["see", seeText(operation.documentation)]);
  if (operation.deprecated) tags.push(["deprecated", ""]);
  return {
    summary: operation.summary,
    description: operation.description,
    facts: [
      `\`${operation.method} ${operation.path}\`.`,
      ...retryFacts(operation),
      ...secretFacts(plan),
    ],
    tags,
  };
}

function secretFacts({ givesSecrets }: OperationPlan): string[] {
  if (!givesSecrets) return [];
  return ["Its answer holds secrets: a client with `wrapSecrets: true` gives each as a `Secret`."];
}

/** Behind `@see` TypeScript reads a name, and takes an `@` that follows it for a tag. */
function seeText(url: string): string {
  return /^https?:/i.test(url) ? url : url.replaceAll("@", "\\@");
}

function choices({ bodies, answers }: OperationPlan): string {
  const body = bodies && "`contentType`, the media type of the body";
  const answer = answers && "`accept`, that of the answer";
  return [body, answer].flatMap((text) => (text ? `; ${text}` : [])).join("");
}

function firstParagraph(text: string): string {
  return (
    text
      .trim()
      .split(/\n\s*\n/)[0]
      ?.replace(/\s+/g, " ") ?? ""
  );
}

function returns(plan: OperationPlan): string {
  const said = plan.operation.successes[0]?.description;
  const what = said === undefined ? "The answer" : firstParagraph(said).replace(/\.$/, "");
  const how =
    plan.responseKind === "stream"
      ? ", item by item in a `for await` loop; leaving it ends the request"
      : "";
  return `${what}${how}. \`.withResponse()\` adds the HTTP response, \`.result()\` returns errors instead of throwing them.`;
}

/**
 * `const { end_customer } = await client.updateCustomer({ … });`, from the operation's first
 * documented example; `undefined` where the document has none.
 */
export function methodExample(operation: OperationPlan, plan: PackagePlan): Code | undefined {
  const name = identifier(operation.functionName);
  return exampleStatement(operation, plan, (body) => code`client.${name}(${body})`);
}

/** The same with the standalone function. */
export function standaloneExample(operation: OperationPlan, plan: PackagePlan): Code | undefined {
  const name = identifier(operation.functionName);
  return exampleStatement(operation, plan, (body) => code`${name}(client, ${body})`);
}

/** As {@link methodExample}, and also of an operation that needs no argument: for readers who have no more. */
export function readmeExample(operation: OperationPlan, plan: PackagePlan): Code | undefined {
  const example = methodExample(operation, plan);
  if (example || !operation.argumentOptional) return example;
  return statement(operation, plan, code`client.${identifier(operation.functionName)}()`);
}

function exampleStatement(
  operation: OperationPlan,
  plan: PackagePlan,
  call: (body: Code) => Code,
): Code | undefined {
  const example = operation.operation.body?.examples[0];
  if (operation.form !== "body" || !example) return undefined;
  const value = literal(withoutCredentials(example.value, operation, plan));
  return statement(operation, plan, call(value));
}

function statement(operation: OperationPlan, plan: PackagePlan, call: Code): Code {
  if (operation.responseKind === "stream") {
    return code`for await (const item of await ${call}) console.log(item);\n`;
  }
  const members = answerMembers(operation, plan);
  const binding = members.length > 0 ? code`const { ${join(members, code`, `)} } = ` : nothing;
  return code`${binding}await ${call};\n`;
}

/** The client puts credentials in; a caller does not write them. */
function withoutCredentials(value: unknown, plan: OperationPlan, { model }: PackagePlan): unknown {
  if (!isObject(value)) return value;
  const fields = bodyFieldsOf(plan.operation, model.credentials);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !fields.has(name)));
}

function answerMembers(operation: OperationPlan, plan: PackagePlan): Code[] {
  const example = operation.operation.successes[0]?.content?.examples[0]?.value;
  if (typeof example !== "object" || example === null || Array.isArray(example)) return [];
  return Object.keys(example)
    .filter((name) => name !== plan.model.errors.requestIdPath?.[0])
    .filter((name) => isIdentifier(name) && name !== "client")
    .map(identifier);
}
