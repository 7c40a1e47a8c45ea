import type { ClientDefinition } from "../definition.js";
import { isJson } from "../parse/is-json.js";

/** The parts of a request that carry credentials. */
export interface Carrier {
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
}

/**
 * Puts credentials into a copy of a request.
 *
 * @param carrier The request without credentials. It stays as it is, for the next attempt.
 * @param values The credentials by name.
 * @param definition Where each one goes.
 * @param inBody Should those that can stand in a JSON object's body stand there? They are put in front of what is there,
 *   as text: parsing a body to add to it would double the work.
 */
export function applyCredentials(
  carrier: Carrier,
  values: ReadonlyMap<string, string>,
  definition: ClientDefinition,
  inBody: boolean,
): Carrier {
  let { url, body } = carrier;
  const headers = new Headers(carrier.headers);
  const object =
    inBody && typeof body === "string" && isJson(headers) ? /^\s*\{\s*(?=(\}?))/.exec(body) : null;
  let fields = "";
  for (const [key, value] of values) {
    const { in: place, name, prefix = "", encode, bodyField } = definition.credentials[key]!;
    if (object && bodyField !== undefined) {
      fields += `${fields && ","}${JSON.stringify(bodyField)}:${JSON.stringify(value)}`;
      continue;
    }
    const sent = prefix + (encode ? btoa(value) : value);
    if (place === "header") headers.set(name, sent);
    else {
      const pair = `${encodeURIComponent(name)}=${encodeURIComponent(sent)}`;
      if (place === "query") url += (url.includes("?") ? "&" : "?") + pair;
      else headers.set("cookie", [headers.get("cookie"), pair].filter(Boolean).join("; "));
    }
  }
  if (object && fields) {
    body = `{${fields}${object[1] ? "" : ","}${(body as string).slice(object[0].length)}`;
  }
  return { url, headers, body };
}
