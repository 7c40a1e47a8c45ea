import { pairsOf } from "../parameters/pairs-of.js";
import { type ParameterStyle, styleOf } from "../parameters/parameter-style.js";
import { bodyEntries } from "./body-entries.js";
import type { BodySerializer } from "./body-serializer.js";
import { multipartBody } from "./multipart-body.js";

/** How one member of a multipart body becomes parts. */
export interface PartStyle extends ParameterStyle {
  /** The `Content-Type` of its parts. A blob that has a type of its own keeps it. */
  readonly contentType?: string;
}

/**
 * Sends a body as `multipart/form-data` as a document's `encoding` asks for (OpenAPI 3.2, 4.15.1).
 *
 * @param styles Those of its members that are not in the default, see {@link multipartBody}.
 */
export function multipartStyles(styles: Readonly<Record<string, PartStyle>>): BodySerializer {
  return {
    serialize(body) {
      if (body instanceof FormData) return body;
      const form = new FormData();
      for (const [name, value] of Object.entries(body as object) as [string, unknown][]) {
        const style: PartStyle | undefined = styleOf(styles, name);
        const parts = style?.contentType
          ? typedParts(name, value, style.contentType)
          : style
            ? pairsOf(name, value, style, String)
            : (multipartBody.serialize({ [name]: value }) as FormData);
        for (const [key, part] of parts) form.append(key, part);
      }
      return form;
    },
  };
}

/** `fetch` gives a part with a type the file name `blob`, unless it is a file with a name. */
function* typedParts(
  name: string,
  value: unknown,
  type: string,
): Generator<[name: string, part: Blob]> {
  for (const [key, part] of bodyEntries({ [name]: value })) {
    if (part instanceof Blob && part.type) yield [key, part];
    else if (part instanceof File) yield [key, new File([part], part.name, { type })];
    else yield [key, new Blob([part], { type })];
  }
}
