/** How a body of a media type is made and read. */
export type MediaKind = "json" | "form" | "multipart" | "text" | "binary";

/** Types outside `text/` whose bodies are text, XML above all (RFC 7303). */
const TEXT = /^text\/|[/+](xml|(x-)?yaml|graphql|javascript)$/;

/** Tells what a media type is by its name. */
export function mediaKind(mediaType: string): MediaKind {
  const type = essence(mediaType);
  if (isJson(type)) return "json";
  if (type === "application/x-www-form-urlencoded") return "form";
  if (type.startsWith("multipart/")) return "multipart";
  return TEXT.test(type) ? "text" : "binary";
}

/** `application/json` and whatever ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /^(application|text)\/(.+\+)?json$/.test(essence(mediaType));
}

/** A media type without its parameters, in lower case (RFC 9110, 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
