import { pairsOf } from "../parameters/pairs-of.js";
import { type ParameterStyle, styleOf } from "../parameters/parameter-style.js";
import { revealedMembers } from "../revealed.js";
import type { BodySerializer } from "./body-serializer.js";
import { multipart, type Part } from "./multipart.js";
import { partsOf } from "./multipart-body.js";

/** How one member of a multipart body becomes parts. */
export interface PartStyle extends ParameterStyle {
  /** The `Content-Type` of its parts. A blob that has a type of its own keeps it. */
  readonly contentType?: string;
}

/**
 * Sends a body as `multipart/form-data` as a document's `encoding` asks for (OpenAPI 3.2, 4.15.1).
 *
 * @param styles Those of its members that are not in the default, see `multipartBody`.
 */
export function multipartStyles(styles: Readonly<Record<string, PartStyle>>): BodySerializer {
  return {
    serialize: (body) =>
      body instanceof FormData ? body : multipart(styledParts(body as object, styles)),
  };
}

function* styledParts(body: object, styles: Readonly<Record<string, PartStyle>>): Generator<Part> {
  for (const [name, value] of Object.entries(revealedMembers(body)) as [string, unknown][]) {
    const style: PartStyle | undefined = styleOf(styles, name);
    if (!style) {
      yield* partsOf({ [name]: value });
    } else if (!style.contentType) {
      for (const [key, content] of pairsOf(name, value, style, String))
        yield { name: key, content };
    } else {
      for (const part of partsOf({ [name]: value })) {
        const hasOwn = part.content instanceof Blob && part.content.type;
        yield hasOwn ? part : { ...part, type: style.contentType };
      }
    }
  }
}
