import type { Report } from "../check/report.js";
import type { BundledDocument } from "../load/bundle.js";
import { componentName } from "../load/component-reference.js";
import { get } from "../load/data.js";
import {
  API_ERROR_CLASSES,
  type Answer,
  type ApiModel,
  type Content,
  type Direction,
  type Operation,
  type Schema,
} from "../model/api-model.js";
import type { AnswerStream } from "../model/answer-stream.js";
import { contentsOf } from "../normalise/read-content.js";
import { claimedComponents, nameComponents } from "./component-names.js";
import { fileNames } from "./file-names.js";
import { pascalCase } from "./identifiers.js";
import { NameTable } from "./name-table.js";
import { nameOperations } from "./operation-names.js";
import type { OperationPlan, PackagePlan, StreamPlan, TypePlan, TypeUse } from "./package-plan.js";
import {
  answerChoices,
  bodyChoices,
  builtInContent,
  choiceSuffix,
  namedChoices,
  readAs,
  responseKind,
} from "./media-choices.js";
import { parametersSchema } from "./parameters-schema.js";
import { planComponents } from "./plan-components.js";
import { builtInPayload, planIncoming } from "./plan-incoming.js";
import { planStream } from "./plan-stream.js";
import { reservedNames } from "./reserved-names.js";
import { topShape } from "./top-shape.js";
import { typeNames, type TypeOwner } from "./type-names.js";

const NOTHING: TypeUse = { kind: "built-in", text: "undefined" };
const ANYTHING: TypeUse = { kind: "built-in", text: "unknown" };

/** Decides every name and file of the client. */
export function planPackage(
  model: ApiModel,
  document: BundledDocument,
  report: Report,
): PackagePlan {
  const client = pascalCase(model.clientName) || "Api";
  const table = new NameTable(reservedNames(client, API_ERROR_CLASSES));
  const functions = nameOperations(model, table, document, report);
  const components = nameComponents(model, claimedComponents(functions), table, document, report);
  const takeName = typeNames(table, document, report);
  const takeFileName = fileNames();
  const types: TypePlan[] = [];
  const streams = new Map<Content, StreamPlan>();

  const operations = [...functions].map(([operation, name]) => planOperation(operation, name));
  const incoming = planIncoming(model, operations, (owner, wanted, content) =>
    declare(owner, wanted, content, "response", owner.description, builtInPayload),
  );
  const { enums, plain } = planComponents(model, components);
  return {
    model,
    client,
    operations,
    ...incoming,
    types: [...types, ...plain],
    enums,
    errorTypes: unique(operations.flatMap(({ errorTypes }) => errorTypes)),
    typeName,
  };

  function typeName(component: string, direction: Direction): string | undefined {
    return components.get(component)?.[direction];
  }

  function planOperation(operation: Operation, functionName: string): OperationPlan {
    const base = pascalCase(functionName);
    const { body, parameters, successes, failures } = operation;
    const request = body && declare(operation, `${base}Request`, body, "request", body.description);
    const bodies = namedChoices(
      bodyChoices(operation, request?.type, (content) => {
        const wanted = `${base}Request${choiceSuffix(content)}`;
        return useContent(operation, wanted, content, "request", body?.description);
      }),
      () => takeName(`${base}Bodies`, operation),
    );
    const answers = new Map<Answer, TypeUse>();
    const response = planResponse(operation, `${base}Response`, answers);
    const areSeveral = failures.filter(standsInline).length > 1;
    for (const failure of failures) {
      const wanted = `${base}Error${areSeveral ? capitalised(failure.status) : ""}`;
      // A default without any success beside it is both.
      if (failure.content && !answers.has(failure))
        answers.set(failure, useAnswer(operation, wanted, failure));
    }
    const choices = namedChoices(
      answerChoices(operation, (answer, content) => {
        const isPreferred = answer.content === content;
        const known = isPreferred ? answers.get(answer) : undefined;
        const wanted = `${base}Response${choiceSuffix(content)}`;
        return known ?? useContent(operation, wanted, content, "response", answer.description);
      }),
      () => takeName(`${base}Answers`, operation),
    );
    const form = body && !parameters.some(({ required }) => required) ? "body" : "input";
    const kind = responseKind(successes);
    let parametersName: string | undefined;
    if (parameters.length > 0) {
      parametersName = takeName(`${base}Parameters`, operation);
      const schema = parametersSchema(
        operation,
        form === "input" && !bodies ? request?.type : undefined,
      );
      const description = `Parameters of {@link ${functionName}}.`;
      types.push({ name: parametersName, schema, direction: "request", description });
    }
    return {
      operation,
      functionName,
      fileName: takeFileName(functionName),
      form,
      request,
      response,
      responseKind: kind,
      streams: streamsOf(operation),
      shape: kind === "json" ? topShape(model, successes) : undefined,
      mayBeEmpty: kind !== "empty" && successes.some(({ content }) => !content),
      parameters: parametersName,
      argumentOptional:
        form === "body" ? !body?.required : !parameters.some(({ required }) => required),
      bodies,
      answers: choices,
      errorTypes: unique(failures.flatMap((failure) => answers.get(failure) ?? [])),
      answerTypes: answers,
    };
  }

  function planResponse(
    operation: Operation,
    wanted: string,
    answers: Map<Answer, TypeUse>,
  ): OperationPlan["response"] {
    const { successes } = operation;
    const [only] = successes;
    if (successes.length === 1 && only?.content && readAs(only.content) === "json") {
      const { name, type } = declare(operation, wanted, only.content, "response", only.description);
      answers.set(only, type);
      return { name, types: [type] };
    }
    for (const success of successes) {
      if (success.content)
        answers.set(success, useAnswer(operation, wanted + success.status, success));
    }
    const types = unique(successes.map((success) => answers.get(success) ?? NOTHING));
    return { name: takeName(wanted, operation), types };
  }

  function useAnswer(
    operation: Operation,
    wanted: string,
    { content, description }: Answer,
  ): TypeUse {
    return content ? useContent(operation, wanted, content, "response", description) : NOTHING;
  }

  function useContent(
    operation: Operation,
    wanted: string,
    content: Content,
    direction: Direction,
    description: string | undefined,
  ): TypeUse {
    if (content.stream) return useStream(operation, content, content.stream);
    return (
      builtInContent(model.document, content, direction) ??
      use(operation, wanted, content.schema, direction, description)
    );
  }

  function useStream(operation: Operation, content: Content, stream: AnswerStream): TypeUse {
    const { plan, type } = planStream(stream, {
      base: pascalCase(functions.get(operation) ?? ""),
      use: (wanted, schema) => use(operation, wanted, schema, "response", undefined),
      takeName: (wanted) => takeName(wanted, operation),
    });
    streams.set(content, plan);
    return type;
  }

  function streamsOf({ successes }: Operation): OperationPlan["streams"] {
    const contents = successes.flatMap(({ content }) => contentsOf(content));
    return new Map(
      contents.flatMap((content) => {
        const stream = streams.get(content);
        return stream ? [[content, stream] as const] : [];
      }),
    );
  }

  /** An operation's exported type. It is one with the component that it is, if both are called the same. */
  function declare(
    owner: TypeOwner,
    wanted: string,
    content: Content,
    direction: Direction,
    description: string | undefined,
    builtInOf = (given: Content) => builtInContent(model.document, given, direction),
  ): { name: string; type: TypeUse } {
    const builtIn = builtInOf(content);
    const component = builtIn ? undefined : namedUse(content.schema, direction);
    if (component?.name === wanted) return { name: wanted, type: component };
    if (component) return { name: takeName(wanted, owner), type: component };
    const type = builtIn ?? use(owner, wanted, content.schema, direction, description);
    return { name: type.kind === "named" ? type.name : takeName(wanted, owner), type };
  }

  /** How a schema is referred to; one that stands inline becomes a type called `wanted`. */
  function use(
    owner: TypeOwner,
    wanted: string,
    schema: Schema,
    direction: Direction,
    description: string | undefined,
  ): TypeUse {
    const component = namedUse(schema, direction);
    if (component) return component;
    if (schema === true || Object.keys(schema).length === 0) return ANYTHING;
    const name = takeName(wanted, owner);
    types.push({ name, schema, direction, description });
    return { kind: "named", name };
  }

  function namedUse(
    schema: Schema,
    direction: Direction,
  ): (TypeUse & { name: string }) | undefined {
    const component = componentName(get(schema, "$ref"));
    const name = component === undefined ? undefined : typeName(component, direction);
    return name === undefined ? undefined : { kind: "named", name };
  }
}

/** Whether an answer's type is none of the components'. */
function standsInline({ content }: Answer): boolean {
  return content !== undefined && readAs(content) === "json" && !get(content.schema, "$ref");
}

function capitalised(status: string): string {
  return status === "default" ? "Default" : status;
}

function unique(uses: readonly TypeUse[]): TypeUse[] {
  return [
    ...new Map(
      uses.map((use) => [use.kind === "named" ? use.name : JSON.stringify(use), use]),
    ).values(),
  ];
}
