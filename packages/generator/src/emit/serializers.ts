import type { ApiModel, Content, Operation, Parameter } from "../model/api-model.js";
import type { ParameterPlace, ValueStyle } from "../model/parameter-style.js";
import { isJson, mediaKind } from "../normalise/media-types.js";
import { type Code, code, identifier, literal, nothing, objectLiteral } from "./code.js";

/** A member of an operation's definition that says how something is made, and what it needs of the runtime. */
export interface Serializer {
  readonly value: Code;
  readonly imports: readonly string[];
}

/** What makes a body, where the runtime's own way, `application/json`, is not the document's. */
export function bodySerializer({ mediaType, encoding }: Content): Serializer | undefined {
  switch (mediaKind(mediaType)) {
    case "json":
      if (/^application\/json\b/i.test(mediaType)) return undefined;
      return {
        value: code`{ contentType: ${literal(mediaType)}, serialize: (body) => JSON.stringify(body) }`,
        imports: [],
      };
    case "form":
      return encoding.size > 0 ? styled("formStyles", encoding) : runtimes("formBody");
    case "multipart":
      return encoding.size > 0 ? styled("multipartStyles", encoding) : runtimes("multipartBody");
    default:
      // Of a range of types the caller's blob says which it is.
      if (mediaType.includes("*")) return runtimes("plainBody");
      return {
        value: code`{ ...plainBody, contentType: ${literal(mediaType)} }`,
        imports: ["plainBody"],
      };
  }
}

/**
 * What puts the parameters of each place into the request; headers that are mere text need nothing of their own.
 *
 * @param sensitive names whose values are never shown.
 */
export function parameterSerializer(
  { parameters }: Operation,
  sensitive: readonly string[],
): Serializer | undefined {
  if (parameters.length === 0) return undefined;
  const members: [string, Serializer][] = [];
  for (const { place, member, plain, styles } of MAKERS) {
    const here = parameters.filter((parameter) => parameter.in === place);
    const isPlain = here.every(({ isUsual }) => isUsual);
    if (here.length === 0 || (isPlain && plain === undefined)) continue;
    members.push([member, isPlain && plain ? runtimes(plain) : styled(styles, stylesOf(here))]);
  }
  const whole = parameters.find((parameter) => parameter.in === "querystring");
  if (whole) members.push(["query", wholeQuery(whole)]);
  const hidden = parameters.map(({ name }) => name).filter((name) => sensitive.includes(name));
  const value = objectLiteral([
    ...members.map(([member, serializer]) => [member, serializer.value] as const),
    ...(hidden.length > 0 ? [["sensitive", literal([...new Set(hidden)])] as const] : []),
  ]);
  return {
    value: code`${PURE}withParameters(${value})`,
    imports: ["withParameters", ...members.flatMap(([, { imports }]) => imports)],
  };
}

/** What the document says of sending an operation again. */
export function retrySerializer(
  { retry }: Operation,
  { errors }: ApiModel,
): Serializer | undefined {
  if (retry === undefined) return undefined;
  if (retry === false) return { value: literal({ retries: 0 }), imports: [] };
  const { retries, statuses, codes } = retry;
  const answers = { ...(statuses.length && { statuses }), ...(codes.length && { codes }) };
  const hasAnswers = Object.keys(answers).length > 0;
  const where = codes.length > 0 ? code`, ${literal({ code: errors.codePath })}` : nothing;
  return {
    value: objectLiteral([
      ...(retries === undefined ? [] : [["retries", literal(retries)] as const]),
      ...(hasAnswers
        ? [["when", code`${PURE}retryWhen(${literal(answers)}${where})`] as const]
        : []),
    ]),
    imports: hasAnswers ? ["retryWhen"] : [],
  };
}

/** Gives the base URLs of an operation that has servers of its own. */
export function serverChooser(urls: object): Serializer {
  return { value: code`${PURE}operationServers(${literal(urls)})`, imports: ["operationServers"] };
}

/** What the runtime has for the parameters of a place: as they mostly are, and in the styles that a document may ask for. */
interface Maker {
  readonly place: ParameterPlace;
  readonly member: string;
  readonly plain?: string;
  readonly styles: string;
}

const MAKERS: readonly Maker[] = [
  { place: "path", member: "path", plain: "plainPath", styles: "pathStyles" },
  { place: "query", member: "query", plain: "plainQuery", styles: "queryStyles" },
  { place: "header", member: "headers", styles: "headerStyles" },
  { place: "cookie", member: "cookie", plain: "plainCookies", styles: "cookieStyles" },
];

function stylesOf(parameters: readonly Parameter[]): ReadonlyMap<string, ValueStyle> {
  const special = parameters.filter(({ style }) => Object.keys(style).length > 0);
  return new Map(special.map(({ name, style }) => [name, style]));
}

/** A query that is one value: a form, or the percent-encoded text of another type (OpenAPI 3.2, 4.12.2.3). */
function wholeQuery({ mediaType = "", encoding }: Parameter): Serializer {
  if (mediaKind(mediaType) === "form") {
    const { value, imports } = styled("formStyles", encoding);
    return { value: code`${value}.serialize`, imports };
  }
  const text = isJson(mediaType) ? code`JSON.stringify(value)` : code`String(value)`;
  return { value: code`(value) => encodeURIComponent(${text})`, imports: [] };
}

/** Bundlers leave out what nobody uses where they are told that a call does nothing else. */
const PURE = code`/* @__PURE__ */ `;

function runtimes(name: string): Serializer {
  return { value: identifier(name), imports: [name] };
}

function styled(maker: string, styles: ReadonlyMap<string, ValueStyle>): Serializer {
  return {
    value: code`${PURE}${identifier(maker)}(${literal(Object.fromEntries(styles))})`,
    imports: [maker],
  };
}
