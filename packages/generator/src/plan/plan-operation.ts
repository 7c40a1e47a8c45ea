import { get } from "../load/data.js";
import type { Answer, ApiModel, Operation } from "../model/api-model.js";
import { holdsSecrets } from "./holds-secrets.js";
import { pascalCase } from "./identifiers.js";
import {
  answerChoices,
  bodyChoices,
  choiceSuffix,
  namedChoices,
  readAs,
  responseKind,
} from "./media-choices.js";
import type { OperationPlan, TypeUse } from "./package-plan.js";
import { parametersSchema } from "./parameters-schema.js";
import { topShape } from "./top-shape.js";
import type { TakeTypeName } from "./type-names.js";
import type { TypePlanner } from "./type-planner.js";
import { uniqueUses } from "./unique-uses.js";

const NOTHING: TypeUse = { kind: "built-in", text: "undefined" };

/** What operations are planned with. */
export interface OperationTools {
  readonly model: ApiModel;
  readonly planner: TypePlanner;
  readonly takeName: TakeTypeName;
  readonly takeFileName: (functionName: string) => string;
}

/** Decides how an operation is called, and the types and the file of it. */
export function planOperation(
  operation: Operation,
  functionName: string,
  tools: OperationTools,
): OperationPlan {
  const { model, planner, takeName } = tools;
  const base = pascalCase(functionName);
  const { body, parameters, successes } = operation;
  const request =
    body && planner.declare(operation, `${base}Request`, body, "request", body.description);
  const bodies = namedChoices(
    bodyChoices(operation, request?.type, (content) => {
      const wanted = `${base}Request${choiceSuffix(content)}`;
      return planner.useContent(operation, wanted, content, "request", body?.description);
    }),
    () => takeName(`${base}Bodies`, operation),
  );
  const answerTypes = new Map<Answer, TypeUse>();
  const response = planResponse(operation, base, answerTypes, tools);
  const errorTypes = planErrors(operation, base, answerTypes, planner);
  const answers = namedChoices(
    answerChoices(operation, (answer, content) => {
      const isPreferred = answer.content === content;
      const known = isPreferred ? answerTypes.get(answer) : undefined;
      const wanted = `${base}Response${choiceSuffix(content)}`;
      const { description } = answer;
      return known ?? planner.useContent(operation, wanted, content, "response", description);
    }),
    () => takeName(`${base}Answers`, operation),
  );
  const needsParameters = parameters.some(({ required }) => required);
  const form = body && !needsParameters ? "body" : "input";
  const kind = responseKind(successes);
  const bodyMember = form === "input" && !bodies ? request?.type : undefined;
  return {
    operation,
    functionName,
    fileName: tools.takeFileName(functionName),
    form,
    request,
    response,
    responseKind: kind,
    streams: planner.streamsOf(operation),
    shape: kind === "json" ? topShape(model, successes) : undefined,
    mayBeEmpty: kind !== "empty" && successes.some(({ content }) => !content),
    parameters: planParameters(operation, functionName, bodyMember, tools),
    argumentOptional: form === "body" ? !body?.required : !needsParameters,
    bodies,
    answers,
    givesSecrets: holdsSecrets(operation, model),
    errorTypes,
    answerTypes,
  };
}

/** @param answerTypes takes the types of the answers of success. */
function planResponse(
  operation: Operation,
  base: string,
  answerTypes: Map<Answer, TypeUse>,
  { planner, takeName }: OperationTools,
): OperationPlan["response"] {
  const { successes } = operation;
  const wanted = `${base}Response`;
  const [only] = successes;
  if (successes.length === 1 && only?.content && readAs(only.content) === "json") {
    const { content, description } = only;
    const { name, type } = planner.declare(operation, wanted, content, "response", description);
    answerTypes.set(only, type);
    return { name, types: [type] };
  }
  for (const success of successes) {
    const { content, description, status } = success;
    if (!content) continue;
    const name = wanted + status;
    answerTypes.set(success, planner.useContent(operation, name, content, "response", description));
  }
  const types = uniqueUses(successes.map((success) => answerTypes.get(success) ?? NOTHING));
  return { name: takeName(wanted, operation), types };
}

/** @param answerTypes takes the types of the errors; a default without any success beside it has one already. */
function planErrors(
  operation: Operation,
  base: string,
  answerTypes: Map<Answer, TypeUse>,
  planner: TypePlanner,
): TypeUse[] {
  const { failures } = operation;
  const areSeveral = failures.filter(standsInline).length > 1;
  for (const failure of failures) {
    const { content, description, status } = failure;
    if (!content || answerTypes.has(failure)) continue;
    const wanted = `${base}Error${areSeveral ? capitalised(status) : ""}`;
    const type = planner.useContent(operation, wanted, content, "response", description);
    answerTypes.set(failure, type);
  }
  return uniqueUses(failures.flatMap((failure) => answerTypes.get(failure) ?? []));
}

/** @returns the name of their type; `undefined` without any. */
function planParameters(
  operation: Operation,
  functionName: string,
  body: TypeUse | undefined,
  { planner, takeName }: OperationTools,
): string | undefined {
  if (operation.parameters.length === 0) return undefined;
  const name = takeName(`${pascalCase(functionName)}Parameters`, operation);
  const schema = parametersSchema(operation, body);
  const description = `Parameters of {@link ${functionName}}.`;
  planner.types.push({ name, schema, direction: "request", description });
  return name;
}

/** Whether an answer's type is none of the components'. */
function standsInline({ content }: Answer): boolean {
  return content !== undefined && readAs(content) === "json" && !get(content.schema, "$ref");
}

function capitalised(status: string): string {
  return status === "default" ? "Default" : status;
}
