import { describe, expect, test } from "vitest";
import { API_RULES, type ApiRule } from "../../../src/compare/api/api-rules.js";
import { judgeApi } from "../../../src/compare/api/judge-api.js";
import { type Edit, edited } from "../types/pet-shop.js";
import { SHOP_REPORT } from "./shop-report.js";

interface Case {
  readonly what: string;
  readonly rule: ApiRule;
  readonly edits: readonly Edit[];
  /** Each sentence that is told. */
  readonly messages: readonly string[];
  readonly compiler?: RegExp;
}

const CASES: readonly Case[] = [
  {
    what: "a new export",
    rule: "api-export-added",
    edits: [
      [
        "// @public\nconst paths",
        "// @public\nexport type More = string;\n\n// @public\nconst paths",
      ],
    ],
    messages: ["`More` is exported."],
  },
  {
    what: "an export that is gone",
    rule: "api-export-removed",
    edits: [["export { Credential_2 as Credential }\n", ""]],
    messages: ["`Credential` is no longer exported."],
    compiler: /^TS2305|^TS2724/,
  },
  {
    what: "a constant that is a type alone",
    rule: "api-export-removed",
    edits: [
      [
        '// @public\nexport const Status: {\n    readonly NEW: "NEW";\n    readonly SOLD: "SOLD";\n};\n\n',
        "",
      ],
    ],
    messages: ["`Status` is no longer exported as a value."],
    compiler: /^TS2693|^TS2339/,
  },
  {
    what: "an option more",
    rule: "api-declaration-extended",
    edits: [["    readonly signal?:", "    readonly retries?: number;\n    readonly signal?:"]],
    messages: ["`CallOptions.retries` is new."],
  },
  {
    what: "an option less",
    rule: "api-declaration-broken",
    edits: [["    readonly timeout?: number | undefined;\n", ""]],
    messages: ["`CallOptions.timeout` can no longer be sent."],
    compiler: /^TS2353: .*timeout/,
  },
  {
    what: "an option that is needed",
    rule: "api-declaration-broken",
    edits: [
      ["    readonly environment?:", "    readonly name: string;\n    readonly environment?:"],
    ],
    messages: ["`ShopOptions.name` is new and has to be sent."],
    compiler: /^TS2741/,
  },
  {
    what: "a value of an option less",
    rule: "api-declaration-broken",
    edits: [['"live" | "test" | undefined', '"live" | undefined']],
    messages: ['`ShopOptions.environment` can no longer be `"test"`.'],
    compiler: /^TS2322: Type '"test"'/,
  },
  {
    what: "a member of a request that became required",
    rule: "api-declaration-broken",
    edits: [["    deep?: boolean;", "    deep: boolean;"]],
    messages: ["`GetPetRequest.deep` became required."],
    compiler: /^TS2322: .*'deep' are incompatible/s,
  },
  {
    what: "a member of an answer that is new, and always there",
    rule: "api-declaration-extended",
    edits: [["    status?: Status;\n", "    status?: Status;\n    born: string;\n"]],
    messages: ["`Pet.born` is new."],
  },
  {
    what: "a member of an answer that is gone",
    rule: "api-declaration-broken",
    edits: [["    name?: string;\n    status", "    status"]],
    messages: ["`Pet.name` is gone."],
    compiler: /^TS2339: Property 'name'/,
  },
  {
    what: "a member of an answer that may be absent",
    rule: "api-declaration-broken",
    edits: [["export type Pet = {\n    id: string;", "export type Pet = {\n    id?: string;"]],
    messages: ["`Pet.id` became optional."],
    compiler: /^TS2322/,
  },
  {
    what: "a value of an open enum more",
    rule: "api-declaration-extended",
    edits: [
      ['= "NEW" | "SOLD" |', '= "NEW" | "SOLD" | "LOST" |'],
      ['    readonly SOLD: "SOLD";\n', '    readonly SOLD: "SOLD";\n    readonly LOST: "LOST";\n'],
    ],
    messages: ['`Status` may be `"LOST"`, too.', "`Status.LOST` is new."],
  },
  {
    what: "an error's type that is another one",
    rule: "api-declaration-broken",
    edits: [["    readonly code: string;", "    readonly code: number;"]],
    messages: ["`Problem.code` is `number` now; it was `string`."],
    compiler: /^TS2322: Type 'number' is not assignable to type 'string'/,
  },
  {
    what: "a method more",
    rule: "api-declaration-extended",
    edits: [
      ["    on(event", "    listPets(options?: CallOptions): Call<Pet[], Problem>;\n    on(event"],
    ],
    messages: ["`ShopClient.listPets` is new."],
  },
  {
    what: "a method less",
    rule: "api-declaration-broken",
    edits: [["    getPet(body: GetPetRequest, options?: CallOptions): Call<Pet, Problem>;\n", ""]],
    messages: ["`ShopClient.getPet` is gone."],
    compiler: /^TS2339: Property 'getPet'/,
  },
  {
    what: "a method's parameter that may be left out",
    rule: "api-declaration-extended",
    edits: [
      [
        "listener: (pet: Pet) => void): void",
        "listener: (pet: Pet) => void, once?: boolean): void",
      ],
    ],
    messages: ["`ShopClient.on(once)` is new."],
  },
  {
    what: "a method's parameter that is needed",
    rule: "api-declaration-broken",
    edits: [
      ["listener: (pet: Pet) => void): void", "listener: (pet: Pet) => void, once: boolean): void"],
    ],
    messages: ["`ShopClient.on(once)` is new and has to be given."],
    compiler: /^TS2554/,
  },
  {
    what: "what a callback is given less",
    rule: "api-declaration-broken",
    edits: [
      ["listener: (pet: Pet) => void): void", "listener: (pet: Pet | undefined) => void): void"],
    ],
    messages: ["`ShopClient.on(listener)(pet)` may be absent."],
    compiler: /^TS2322/,
  },
  {
    what: "a member of an error less",
    rule: "api-declaration-broken",
    edits: [["    readonly requestId?: string;\n", ""]],
    messages: ["`ClientError.requestId` is gone."],
    compiler: /^TS2339: Property 'requestId'/,
  },
  {
    what: "a promise of more, where callers give it",
    rule: "api-declaration-extended",
    edits: [["string | (() => string);", "string | (() => string | Promise<string>);"]],
    messages: ["`ShopOptions.credentials()` may be `Promise<string>`, too."],
  },
  {
    what: "a promise of less, where callers get it",
    rule: "api-declaration-broken",
    edits: [["Call<Pet, Problem>;\n    on(", "Call<Pet | undefined, Problem>;\n    on("]],
    messages: ["`ShopClient.getPet()` may be absent."],
  },
  {
    what: "a type that can't be compared by itself",
    rule: "api-declaration-broken",
    edits: [["type Kept<T> = T extends string ?", "type Kept<T> = T extends number ?"]],
    messages: ["`Kept` is computed in another way, which may come out differently."],
  },
  {
    what: "other words for the same",
    rule: "api-declaration-rewritten",
    edits: [
      [
        "// @public\nexport interface Problem {\n    readonly code: string;\n}",
        "// @public\nexport type Problem = {\n    readonly code: string;\n};",
      ],
    ],
    messages: ["`Problem` is declared in other words."],
  },
];

const judge = (old: string, now: string) =>
  judgeApi({ shown: "old.api.md", text: old }, { shown: "new.api.md", text: now });

test("each rule has a case", () => {
  const covered = new Set(CASES.map(({ rule }) => rule));
  expect(Object.keys(API_RULES).filter((rule) => !covered.has(rule as ApiRule))).toEqual([]);
});

test.each(CASES)("$what: $rule", ({ rule, edits, messages, compiler = /^/ }) => {
  const changes = judge(SHOP_REPORT, edited(SHOP_REPORT, edits));
  expect(changes.map((change) => change.message)).toEqual(messages);
  for (const change of changes) {
    expect(change).toMatchObject({ judge: "api", rule, level: API_RULES[rule].level });
    expect(change.compiler ?? "").toMatch(compiler);
  }
});

describe("where", () => {
  test("a declaration stands in the report is told with its line", () => {
    const now = edited(SHOP_REPORT, [["    name?: string;\n    status", "    status"]]);
    const line = SHOP_REPORT.split("\n").indexOf("    name?: string;") + 1;
    expect(judge(SHOP_REPORT, now)).toMatchObject([
      { old: { file: "old.api.md", line, column: 5 } },
    ]);
    expect(judge(now, SHOP_REPORT)).toMatchObject([
      { new: { file: "new.api.md", line, column: 5 } },
    ]);
  });
});

describe("nothing is told", () => {
  test("of a report that is the same, however its lines end", () => {
    expect(judge(SHOP_REPORT, SHOP_REPORT)).toEqual([]);
    expect(judge(SHOP_REPORT, SHOP_REPORT.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  test("of what is noted beside a declaration", () => {
    const now = edited(SHOP_REPORT, [
      ["// @public\nexport type Pet", "// @public (undocumented)\nexport type Pet"],
    ]);
    expect(judge(SHOP_REPORT, now)).toEqual([]);
  });
});

test("a report without declarations exports nothing any more", () => {
  const changes = judge(SHOP_REPORT, "");
  expect(new Set(changes.map(({ rule }) => rule))).toEqual(new Set(["api-export-removed"]));
});
