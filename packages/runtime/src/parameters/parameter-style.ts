/** How one parameter, or one member of a form, becomes text (OpenAPI 3.2, 4.12.2.2 and 4.15). */
export interface ParameterStyle {
  /** OpenAPI's style. `"json"`: its JSON text, for parameters that have `content`. */
  readonly style?:
    | "simple"
    | "label"
    | "matrix"
    | "form"
    | "spaceDelimited"
    | "pipeDelimited"
    | "deepObject"
    | "cookie"
    | "json";
  /** Does each item of a list and each member of an object stand alone? Default: for `form` and `cookie`. */
  readonly explode?: boolean;
  /** Do characters stay as they are that have a meaning in a URL, as far as they have none in this place? */
  readonly allowReserved?: boolean;
}

/** Styles by the name of the parameter. One that is not listed has the default of its place. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;

/** Parameters as a caller gives them, by name. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** What makes an operation's parameters, place by place, where the runtime's own way is not the document's. */
export interface ParameterSerializers {
  /** Puts path parameters into a URL with places for them. */
  readonly path?: (template: string, values: ParameterValues) => string;
  /** Makes the query, without its question mark. */
  readonly query?: (values: unknown) => string;
  /** Makes the values of header parameters. */
  readonly headers?: (
    values: ParameterValues,
  ) => Readonly<Record<string, string | null | undefined>>;
  /** Makes the `Cookie` header. */
  readonly cookie?: (values: ParameterValues) => string;
  /** The names of parameters whose values are not to be shown. */
  readonly sensitive?: readonly string[];
}

/** The style of a parameter, `undefined` where none is listed. */
export function styleOf(styles: ParameterStyles, name: string): ParameterStyle | undefined {
  return Object.hasOwn(styles, name) ? styles[name] : undefined;
}
