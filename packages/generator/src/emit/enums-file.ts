import type { EnumPlan, PackagePlan } from "../plan/package-plan.js";
import { type Code, code, identifier, join, literal, nothing } from "./code.js";
import { docComment, schemaDoc } from "./doc-comment.js";

/** Constants and types of the document's string enums; no file where it has none. */
export function enumsFile(plan: PackagePlan): Code | undefined {
  return plan.enums.length === 0 ? undefined : code`${plan.enums.map(declareEnum)}`;
}

function declareEnum(plan: EnumPlan): Code {
  const name = identifier(plan.name);
  const values = join(
    plan.values.map((value) => literal(value)),
    code` | `,
  );
  const orNull = plan.nullable ? code` | null` : nothing;
  const doc = schemaDoc(plan.schema);
  const members = Object.fromEntries(plan.values.map((value) => [value, value]));
  const open = docComment({
    ...doc,
    facts: [
      ...(doc.facts ?? []),
      "Open: the API may answer with a value that is newer than this client.",
    ],
  });
  return code`${docComment(doc)}export const ${name} = ${literal(members)} as const;

${open}export type ${name} = ${values} | (string & {})${orNull};

${plan.inputName === undefined || plan.inputName === plan.name ? nothing : closedType(plan.inputName, doc, code`${values}${orNull}`)}`;
}

function closedType(name: string, doc: ReturnType<typeof schemaDoc>, values: Code): Code {
  return code`${docComment(doc)}export type ${identifier(name)} = ${values};

`;
}
