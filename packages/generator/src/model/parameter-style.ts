/** Where parameters go that clients send. `querystring` (OpenAPI 3.2) is the whole query, in one parameter. */
export const PARAMETER_PLACES = ["path", "query", "querystring", "header", "cookie"] as const;

/** One of {@link PARAMETER_PLACES}. */
export type ParameterPlace = (typeof PARAMETER_PLACES)[number];

/** The styles of each place, its default first (OpenAPI 3.2, 4.12.2.1). */
export const STYLES: Readonly<Record<ParameterPlace, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  querystring: [],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** How a parameter or a member of a form becomes text: what the runtime's serializers are told of it. */
export interface ValueStyle {
  /** Absent for the default of its place; `json` for JSON text. */
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** `Content-Type` of the parts that a member of a multipart body becomes. */
  readonly contentType?: string;
}
