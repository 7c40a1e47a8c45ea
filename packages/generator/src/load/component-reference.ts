import { appendPointer } from "./json-pointer.js";

/** Where a document's component schemas stand. */
export const COMPONENT_SCHEMAS = "/components/schemas";

const PREFIX = `#${COMPONENT_SCHEMAS}/`;

/** The component schema that a reference of a bundled document names, if it points at a whole one. */
export function componentName(reference: unknown): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith(PREFIX)) return undefined;
  const segment = reference.slice(PREFIX.length);
  if (segment.includes("/")) return undefined;
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The text of a reference to a component schema. */
export function componentReference(name: string): string {
  return `#${appendPointer(COMPONENT_SCHEMAS, name)}`;
}
