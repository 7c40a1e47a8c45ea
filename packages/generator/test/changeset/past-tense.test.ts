import { expect, test } from "vitest";
import { inPastTense } from "../../src/changeset/past-tense.js";

test.each([
  [
    "In the request of addPet, `is new` is new and required.",
    "In the request of addPet, `is new` was added and required.",
  ],
  [
    "In the request, `age` is new and optional.",
    "In the request, `age` was added and may be left out.",
  ],
  [
    "`addPet` is gone. The same holds for `listPets`.",
    "`addPet` was removed. The same held for `listPets`.",
  ],
  [
    "In the request of a, `b` has maxLength 100, and had none.",
    "In the request of a, `b` got maxLength 100, and had none.",
  ],
  ["`b` has no pattern any more (it was `is`).", "`b` had no pattern any more (it was `is`)."],
  ["`b` has to be one of `x`, `y`.", "`b` had to be one of `x`, `y`."],
  ["`b` is integer instead of string.", "`b` became integer instead of string."],
  ["`Pet.b` is `string` now; it was `number`.", "`Pet.b` became `string`; it was `number`."],
  [
    "what is answered is described in other words.",
    "what is answered was described in other words.",
  ],
  ["`b` may no longer be null.", "`b` could no longer be null."],
  ["A client can be made without `b`.", "A client could be made without `b`."],
  ["addPet is no longer answered with 404.", "addPet was no longer answered with 404."],
  ["credentials are needed: token.", "credentials were needed: token."],
  ["`b` became required.", "`b` became required."],
  ["`A` is called `B` now, and the types, too.", "`A` was renamed `B`, and the types, too."],
  ["`b` has a default now: `1`.", "`b` got a default: `1`."],
  [
    "`b` may be any text and no longer has to fit `a`.",
    "`b` could be any text and no longer had to fit `a`.",
  ],
  ["GET /is/new is gone.", "GET /is/new was removed."],
])("%s", (now, past) => {
  expect(inPastTense(now)).toBe(past);
});
