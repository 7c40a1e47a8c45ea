import { empty } from "./answer.ts";
import type { Check } from "./check.ts";

const WORDS = ["a b", "ä,ö", "c|d"];
const POINT = { x: 1, y: -2.5 };

/** Everything here is in the targets and headers, which are compared. */
export const parameters: readonly Check[] = [
  {
    name: "path parameters in every style",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().readPath({
        path: { simple: POINT, label: WORDS, matrix: WORDS, plain: "50% a/b?c#d ä 😀 '()*!~" },
      });
    },
    want: null,
  },
  {
    name: "query parameters in every style",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().readQuery({
        query: {
          plain: "50% a+b&c=d#e ä 😀 '()*!~",
          list: WORDS,
          commas: WORDS,
          spaces: WORDS,
          pipes: WORDS,
          point: POINT,
          json: POINT,
          path: "/a/b?c=d,e;f:g@h",
          "a&b": '"<>`{}|\\^',
        },
      });
    },
    want: null,
  },
  {
    name: "header parameters in every style",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().readHeaders({
        headers: { "X-List": ["a", "b c"], "X-Point": POINT, "X-Json": POINT },
      });
    },
    want: null,
  },
  {
    name: "cookie parameters",
    answers: [empty],
    run: async ({ suite }) => {
      await suite().readCookies({ cookie: { plain: "a b;c", list: ["d", "e"] } });
    },
    want: null,
    differences: [
      {
        on: ["chromium"],
        ignores: ["header cookie"],
        what: "Cookie parameters are left out: only the page's own cookies are sent.",
      },
    ],
  },
  {
    name: "a dot segment in a path parameter is refused",
    answers: [],
    run: ({ suite, outcome }) => outcome(() => suite().deleteBlob({ path: { name: ".." } })),
    want: {
      fails: {
        is: "ClientError ConfigurationError",
        name: "ConfigurationError",
        code: "CONFIGURATION",
        operation: "deleteBlob",
      },
    },
  },
];
