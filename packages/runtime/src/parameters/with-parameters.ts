import type { RequestParameters } from "../definition.js";
import { headersOf } from "../headers-of.js";
import { revealedMembers } from "../revealed.js";
import type { ParameterSerializers, ParameterValues } from "./parameter-style.js";

/**
 * Puts parameters into requests. Generated operations that have some say so by it; others carry no code for them.
 *
 * @param serializers How those of each place become text. Header parameters are sent as they are where it says nothing.
 */
export function withParameters({
  path,
  query,
  headers,
  cookie,
  sensitive = [],
}: ParameterSerializers): RequestParameters {
  return ({ operation, input, options: { params }, secrets }) => {
    const other = params?.query;
    const own = input.query;
    // A whole query string need not be an object, and comes once.
    const values = own && other ? { ...own, ...other } : (own ?? other);
    const search = values === undefined ? "" : query?.(revealedMembers(values));
    const named: ParameterValues = revealedMembers({ ...input.headers, ...params?.headers });
    for (const values of [input.path, own, other, named] as (ParameterValues | undefined)[]) {
      for (const name of sensitive) {
        const value = Object(values)[name] as string | number | undefined;
        if (value !== undefined) secrets.add(`${value}`);
      }
    }
    const cookies = cookie?.(revealedMembers({ ...input.cookie, ...params?.cookie }));
    return {
      target:
        (path?.(operation.path, revealedMembers({ ...input.path })) ?? operation.path) +
        (search ? `?${search}` : ""),
      headers: headersOf(headers?.(named) ?? named, cookies ? { cookie: cookies } : undefined),
    };
  };
}
