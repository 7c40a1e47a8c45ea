import { withOperation, type DocumentCase } from "./judge-texts.js";

const parameters = (...texts: string[]) =>
  withOperation(
    `parameters: [${texts.map((text) => `{ ${text} }`).join(", ")}], responses: { "200": {} }`,
  );
const query = (text: string) => parameters(`in: query, name: q, ${text}`);
const page = (rest = "") => `in: query, name: page, schema: { type: integer }${rest}`;
const size = "in: query, name: size, schema: { type: integer }";
const object = (properties: string, rest = "") =>
  `in: query, name: paging, schema: { type: object, properties: { ${properties} }${rest} }`;
const PAGE = "page: { type: integer }";
const TEXT = "schema: { type: string }";
const TEXTS = "schema: { type: array, items: { type: string } }";

/** Changes of how parameters are written, where what is sent may be the same. */
export const PARAMETER_CASES: readonly DocumentCase[] = [
  [
    "a text as a list that is cut",
    query(`${TEXT}, explode: false`),
    query(`${TEXTS}, explode: false`),
    ["request-type-changed"],
  ],
  [
    "a number as a list that is cut",
    query("schema: { type: integer }, explode: false"),
    query("schema: { type: array, items: { type: integer } }, explode: false"),
    ["request-type-widened"],
  ],
  [
    "a header as a list",
    parameters(`in: header, name: X-Id, ${TEXT}`),
    parameters(`in: header, name: X-Id, ${TEXTS}`),
    ["request-type-changed"],
  ],
  [
    "parameters that an object holds",
    parameters(page(), size),
    parameters(object(`${PAGE}, size: { type: integer }`)),
    [],
  ],
  [
    "an object in parts",
    parameters(object(PAGE, ", required: [page]")),
    parameters(page(), size),
    ["parameter-added"],
  ],
  [
    "an object that needs what could be left out",
    parameters(page()),
    parameters(`${object(PAGE, ", required: [page]")}, required: true`),
    ["parameter-became-required"],
  ],
  [
    "an object that holds another value",
    parameters(page()),
    parameters(object("page: { type: boolean }")),
    ["request-type-changed"],
  ],
  [
    "an object that gets a parameter",
    parameters(page(), object("size: { type: integer }")),
    parameters(object(`${PAGE}, size: { type: integer }`)),
    [],
  ],
  [
    "an object that is written otherwise",
    parameters(page()),
    parameters(`${object(PAGE)}, style: deepObject`),
    ["parameter-added", "parameter-removed"],
  ],
  [
    "a default of what had to be sent",
    query(`${TEXT}, required: true`),
    query("schema: { type: string, default: a }"),
    ["parameter-became-optional", "request-default-noted"],
  ],
];
