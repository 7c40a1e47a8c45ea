import { get, getList } from "../load/data.js";
import type { ApiModel } from "../model/api-model.js";
import { isStringEnum } from "../normalise/read-schemas.js";
import type { FormNames } from "./component-names.js";
import type { EnumPlan, TypePlan } from "./package-plan.js";

/** The types of components: string enums, which are constants, too, and the others in the forms that they have. */
export function planComponents(
  { schemas }: ApiModel,
  names: ReadonlyMap<string, FormNames>,
): { readonly enums: EnumPlan[]; readonly plain: TypePlan[] } {
  const enums: EnumPlan[] = [];
  const plain: TypePlan[] = [];
  for (const [component, { schema, formsDiffer, directions }] of schemas) {
    const { request, response } = names.get(component)!;
    if (isStringEnum(schema)) {
      const values = getList(schema, "enum");
      enums.push({
        name: response,
        inputName: directions.has("request") ? request : undefined,
        schema,
        values: values.filter((value): value is string => typeof value === "string"),
        nullable: values.includes(null) || get(schema, "nullable") === true,
      });
      continue;
    }
    for (const direction of formsDiffer ? directions : (["response"] as const)) {
      const name = direction === "request" ? request : response;
      plain.push({ name, schema, direction, description: undefined });
    }
  }
  return { enums, plain };
}
