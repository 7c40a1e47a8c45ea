import { API_ERROR_CLASSES } from "../model/api-model.js";
import type { PackagePlan } from "../plan/package-plan.js";
import { type Code, code, identifier, literal, nothing } from "./code.js";
import { docComment } from "./doc-comment.js";
import { importUses, isUnknown, RUNTIME, unionCode } from "./imports.js";

const WHEN: Readonly<Record<(typeof API_ERROR_CLASSES)[number], string>> = {
  ApiError: "The API answered, but not with success (any status outside 2xx).",
  AuthenticationError: "The API does not accept the credentials, or what they ask for.",
  NotFoundError: "What the call names does not exist.",
  RateLimitError:
    "Too many requests; `retryAfter` (ms) says when to try again, where the API says it.",
};

/** The runtime's error classes with the type of this API's error body, so that `instanceof` gives a typed `body`. */
export function errorsFile(plan: PackagePlan): Code {
  const body = identifier(`${plan.client}ErrorBody`);
  // `unknown` is what the runtime's classes have without a type argument.
  const argument = isUnknown(plan.errorTypes) ? nothing : code`<${body}>`;
  const classes = API_ERROR_CLASSES.map((name) => {
    const type = identifier(name);
    const runtimeType = identifier(`Runtime${name}`);
    const doc = docComment({ summary: WHEN[name] });
    return code`${doc}export const ${type}: ErrorClass<${runtimeType}${argument}> = ${runtimeType};
${doc}export type ${type} = ${runtimeType}${argument};

`;
  });
  const imports = API_ERROR_CLASSES.map(
    (name) => code`${identifier(name)} as ${identifier(`Runtime${name}`)}, `,
  );
  return code`import { ${imports} type ErrorClass } from ${literal(RUNTIME)};
${importUses(isUnknown(plan.errorTypes) ? [] : plan.errorTypes, plan, "./")}
${docComment({ summary: `The body of an error of ${plan.model.title}.` })}export type ${body} = ${unionCode(plan.errorTypes, code`unknown`)};

${classes}`;
}
