import { get, type JsonObject } from "../load/data.js";
import { resolveReference } from "../load/resolve-reference.js";
import type { Answer, Content, Direction, Operation } from "../model/api-model.js";
import { mediaKind, type MediaKind } from "../normalise/media-types.js";
import { contentsOf } from "../normalise/read-content.js";
import { valueKinds } from "../normalise/value-kinds.js";
import { pascalCase } from "./identifiers.js";
import type { MediaChoice, MediaChoices, ResponseKind, TypeUse } from "./package-plan.js";
import { uniqueUses } from "./unique-uses.js";

/** What is added to the name of a body's type, for each kind that is not the default. */
const SUFFIX: Readonly<Record<MediaKind, string>> = {
  json: "Json",
  form: "Form",
  multipart: "Multipart",
  text: "Text",
  binary: "Binary",
};

/** `PatchThingRequest` for a JSON body beside a multipart one: `PatchThingRequestMultipart`. */
export function choiceSuffix({ mediaType }: Content): string {
  const special = /\/(?:.*[.-])?(\w+)\+json\b/i.exec(mediaType)?.[1];
  return special === undefined ? SUFFIX[mediaKind(mediaType)] : pascalCase(special);
}

/** How the body of an answer reaches the caller. */
export function readAs({ mediaType, stream }: Content): Exclude<ResponseKind, "empty"> {
  if (stream) return "stream";
  const kind = mediaKind(mediaType);
  if (kind === "json" || kind === "text") return kind;
  return "blob";
}

/** The same of what an operation answers, in the preferred media type. */
export function responseKind(successes: readonly Answer[]): ResponseKind {
  const content = successes.find((answer) => answer.content)?.content;
  return content ? readAs(content) : "empty";
}

/**
 * The type of a body that a schema can't tell: XML and other text is a string, whatever structure it stands for, and bytes are
 * a blob; a caller may send them in other forms, too. A request's own schema holds where it is plain.
 */
export function builtInContent(
  root: JsonObject,
  content: Content,
  direction: Direction,
): TypeUse | undefined {
  const kind = mediaKind(content.mediaType);
  if (kind === "json") return undefined;
  if (direction === "response") {
    return { kind: "built-in", text: kind === "text" ? "string" : "Blob" };
  }
  if (kind === "form" || kind === "multipart") return undefined;
  const isPlain = [...valueKinds(root, content.schema)].every((one) => one === "plain");
  const isBinary = get(resolveReference(root, content.schema), "format") === "binary";
  if (kind === "text") return isPlain ? undefined : { kind: "built-in", text: "string" };
  if (isPlain && !isBinary) return undefined;
  // Of a range of types only a blob says which it is.
  return { kind: "built-in", text: content.mediaType.includes("*") ? "Blob" : "bytes" };
}

/** A request body's media types, the default first; `undefined` where there is one. */
export function bodyChoices(
  { body }: Operation,
  preferred: TypeUse | undefined,
  useOther: (content: Content) => TypeUse,
): readonly MediaChoice[] | undefined {
  if (!body || !preferred || body.others.length === 0) return undefined;
  const others = body.others.map((content) => ({ content, types: [useOther(content)] }));
  return [{ content: body, types: [preferred] }, ...others];
}

/** The media types that every answer of success with a body can have; `undefined` where there is one. */
export function answerChoices(
  { successes }: Operation,
  use: (answer: Answer, content: Content) => TypeUse,
): readonly MediaChoice[] | undefined {
  const full = successes.filter((answer) => answer.content);
  const [first] = full;
  const shared = contentsOf(first?.content).filter(({ mediaType }) =>
    full.every((answer) => contentOf(answer, mediaType) !== undefined),
  );
  // The call's own type is that of the preferred one, which is the first.
  if (shared.length < 2 || shared[0] !== first?.content) return undefined;
  return shared.map((content) => ({
    content,
    types: uniqueUses(
      successes.map((answer): TypeUse => {
        const own = contentOf(answer, content.mediaType);
        return own ? use(answer, own) : { kind: "built-in", text: "undefined" };
      }),
    ),
  }));
}

function contentOf({ content }: Answer, mediaType: string): Content | undefined {
  return contentsOf(content).find((one) => one.mediaType === mediaType);
}

/** Names choices, where there are some. */
export function namedChoices(
  choices: readonly MediaChoice[] | undefined,
  takeName: () => string,
): MediaChoices | undefined {
  return choices && { name: takeName(), choices };
}
