import { expect, test } from "vitest";
import { isSameInReport } from "../../../src/compare/policy/is-same-in-report.js";
import { makeChange } from "../../support/make-change.js";

const api = (message: string, rule = "api-declaration-broken") =>
  makeChange({ judge: "api", rule, message });
const types = (message: string, rule = "request-member-removed") =>
  makeChange({ judge: "types", rule, message });
const gone = (name: string) => api(`\`${name}\` is no longer exported.`, "api-export-removed");

test.each([
  ["the same sentence", api("`A.b` is gone."), types("`A.b` is gone."), true],
  [
    "the same, of several operations",
    api("`A.b` is gone."),
    types("`A.b` is gone. So it is with c."),
    true,
  ],
  ["of another member", api("`A.b` is gone."), types("`A.bc` is gone."), false],
  [
    "an operation that is gone",
    gone("putPet"),
    types("`putPet` is gone.", "operation-removed"),
    true,
  ],
  [
    "a type that went with it",
    gone("PutPetRequest"),
    types(
      "`putPet` is called `setPet` now. `PutPetRequest` went with the name.",
      "operation-renamed",
    ),
    true,
  ],
  [
    "an export that is gone",
    gone("Cat"),
    types("`Cat` can no longer be imported.", "export-removed"),
    true,
  ],
  [
    "a longer name",
    gone("Cat"),
    types("`CatFood` can no longer be imported.", "export-removed"),
    false,
  ],
  ["a member of that name", gone("Cat"), types("`Cat` became required."), false],
  ["another judge", makeChange(), types(makeChange().message), false],
  [
    "another level",
    { ...api("`A` is new."), level: "minor" } as const,
    types("`A` is new."),
    false,
  ],
])("%s", (_, report, other, expected) => {
  expect(isSameInReport(report, other)).toBe(expected);
});
