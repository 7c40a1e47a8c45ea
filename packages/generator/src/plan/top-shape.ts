import { get, getList } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Answer, ApiModel } from "../model/api-model.js";

type Shape = "object" | "array" | undefined;

/** What all JSON answers with a body are at their top, if the document says it and it is one thing. */
export function topShape(model: ApiModel, answers: readonly Answer[]): Shape {
  return common(
    answers.flatMap(({ content }) =>
      content ? [shapeOf(model.document, content.schema, new Map())] : [],
    ),
  );
}

/** @param known what was found out before: parts that share parts have more ways to them than can be gone. */
function shapeOf(root: unknown, given: unknown, known: Map<unknown, Shape>): Shape {
  const schema = resolveReference(root, given);
  // OpenAPI 3.0's word for what 3.1 says with a list of types, which is no single shape either.
  if (get(schema, "nullable") === true) return undefined;
  if (known.has(schema)) return known.get(schema);
  const type = get(schema, "type");
  if (type !== undefined) return type === "object" || type === "array" ? type : undefined;
  known.set(schema, undefined);
  const shapes = (keyword: string) =>
    getList(schema, keyword).map((part) => shapeOf(root, part, known));
  // One part of a whole, or all of its choices.
  const shape =
    shapes("allOf").find((one) => one !== undefined) ??
    common(shapes("oneOf")) ??
    common(shapes("anyOf"));
  known.set(schema, shape);
  return shape;
}

function common(shapes: readonly Shape[]): Shape {
  return shapes.every((shape) => shape === shapes[0]) ? shapes[0] : undefined;
}
