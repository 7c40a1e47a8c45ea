import { get } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Answer, ApiModel } from "../model/api-model.js";

/** What all JSON answers with a body are at their top, if the document says it and it is one thing. */
export function topShape(
  model: ApiModel,
  answers: readonly Answer[],
): "object" | "array" | undefined {
  const shapes = new Set(
    answers.flatMap(({ content }) => {
      if (!content) return [];
      const schema = resolveReference(model.document, content.schema);
      // OpenAPI 3.0's word for what 3.1 says with a list of types, which is no single shape either.
      return [get(schema, "nullable") === true ? undefined : get(schema, "type")];
    }),
  );
  const [shape] = shapes;
  return shapes.size === 1 && (shape === "object" || shape === "array") ? shape : undefined;
}
