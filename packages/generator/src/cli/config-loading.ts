import { isObject, set, type JsonObject } from "../load/data.js";
import { appendPointer } from "../load/json-pointer.js";
import type { LoadingOptions } from "../generate-options.js";
import { isHeader, readSeconds } from "./loading-options.js";

/** Takes what is wrong at a pointer into the configuration. */
export type Complain = (pointer: string, message: string, fix: string) => void;

/** How a client of the configuration wants its document to be read. */
export function readLoading(
  client: JsonObject,
  pointer: string,
  complain: Complain,
): LoadingOptions {
  const { headers, timeout, allowExternal, lenient } = client;
  for (const [name, value] of Object.entries({ allowExternal, lenient })) {
    if (value === undefined || typeof value === "boolean") continue;
    complain(`${pointer}/${name}`, `"${name}" must be true or false.`, "Drop it for false.");
  }
  const milliseconds = readSeconds(timeout);
  if (timeout !== undefined && milliseconds === undefined) {
    complain(`${pointer}/timeout`, '"timeout" must be a number of seconds.', "Write 60.");
  }
  return {
    headers: headers === undefined ? undefined : readHeaders(headers, pointer, complain),
    timeout: milliseconds,
    allowExternal: allowExternal === true ? true : undefined,
    lenient: lenient === true ? true : undefined,
  };
}

function readHeaders(
  headers: unknown,
  pointer: string,
  complain: Complain,
): Readonly<Record<string, string>> {
  const result: Record<string, string> = {};
  if (!isObject(headers)) {
    const fix = 'Write { "Authorization": "Bearer ${TOKEN}" }.';
    complain(`${pointer}/headers`, '"headers" must be a map of texts.', fix);
    return result;
  }
  for (const [name, given] of Object.entries(headers)) {
    const place = appendPointer(`${pointer}/headers`, name);
    const value = typeof given === "string" ? fillIn(given, place, complain) : undefined;
    if (value !== undefined && isHeader(name, value)) set(result, name.toLowerCase(), value);
    else complain(place, `The header "${name}" can't be sent.`, "Give it a text as its value.");
  }
  return result;
}

/** `${NAME}` is an environment variable: a configuration is no place for secrets. */
function fillIn(text: string, place: string, complain: Complain): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = process.env[name];
    if (value === undefined) {
      complain(
        place,
        `The environment variable ${name} is not set.`,
        "Set it, or drop the header.",
      );
    }
    return value ?? "";
  });
}
