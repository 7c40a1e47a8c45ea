import type { ClientDetails } from "../definition.js";
import { isJson } from "../parse/is-json.js";
import type { Feature } from "./feature.js";

/**
 * Puts credentials that can stand in a JSON object's body there, and the others where they always go. They are put in front of what
 * is there, as text: parsing a body to add to it would double the work.
 */
export function placing({ bodyFields }: ClientDetails): Feature {
  return (client) => {
    const { apply } = client;
    client.apply = (request, values, call) => {
      const { headers, body } = request;
      const object =
        typeof body === "string" && isJson(headers["content-type"])
          ? /^\s*\{\s*(?=(\}?))/.exec(body)
          : null;
      if (!object) return apply(request, values, call);
      const fieldOf = ([key]: (typeof values)[number]) => bodyFields[key];
      const others = values.filter((each) => fieldOf(each) === undefined);
      const fields = values
        .filter((each) => fieldOf(each) !== undefined)
        .map((each) => `${JSON.stringify(fieldOf(each))}:${JSON.stringify(each[1])}`);
      const rest = (body as string).slice(object[0].length);
      const comma = fields.length && !object[1] ? "," : "";
      return apply({ ...request, body: `{${fields.join()}${comma}${rest}` }, others, call);
    };
  };
}
