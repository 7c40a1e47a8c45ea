import type { OperationPlan, PackagePlan } from "../plan/package-plan.js";
import { type Code, code, identifier, join, literal, nothing } from "./code.js";
import { docComment } from "./doc-comment.js";

/** Whether a client with `wrapSecrets: true` is of another type: an operation of it gives secrets. */
export function hasWrappedAnswers({ operations }: PackagePlan): boolean {
  return operations.some(({ givesSecrets }) => givesSecrets);
}

/** The names of the types that {@link wrappingTypes} declares. */
export function wrappingTypeNames(plan: PackagePlan): string[] {
  return hasWrappedAnswers(plan) ? [answerName(plan)] : [];
}

/** The type of `definition.ts` that a client with `wrapSecrets: true` is told by. */
export function wrappingTypes(plan: PackagePlan): Code {
  if (!hasWrappedAnswers(plan)) return nothing;
  const names = join(plan.model.sensitive.map(literal), code` | `);
  const answerDoc = docComment({
    summary:
      "What a call gives through a client of the type `AnyCore`: with `wrapSecrets: true` each of its secrets is a `Secret`.",
  });
  return code`type SecretName = ${names};

${answerDoc}export type ${identifier(answerName(plan))}<AnyCore, Data> = AnswerOf<AnyCore, Data, SecretName>;

`;
}

/** The type of the runtime or the client's own that an answer stands in, as its client makes it. */
export function wrappedAnswer(operation: OperationPlan, plan: PackagePlan, answer: Code): Code {
  return operation.givesSecrets
    ? code`${identifier(answerName(plan))}<AnyCore, ${answer}>`
    : answer;
}

/** `CustomerAnswer` */
export function answerName({ client }: PackagePlan): string {
  return `${client}Answer`;
}
