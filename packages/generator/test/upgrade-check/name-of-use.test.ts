import { join } from "node:path";
import { expect, test } from "vitest";
import { makeNameOfUse } from "../../src/upgrade-check/name-of-use.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const EXPORTED = new Set(["addPet", "listPets", "Pet", "Owner"]);

/** What is found at `^`. */
async function nameAt(marked: string): Promise<string | undefined> {
  const [before = "", after = ""] = marked.split("^");
  const folder = await temporaryFolder({ "a.ts": before + after });
  const lines = before.split("\n");
  return makeNameOfUse(EXPORTED)(
    join(folder, "a.ts"),
    lines.length,
    (lines.at(-1) ?? "").length + 1,
  );
}

test.each([
  ["await pets.addPet({ ^name: 1 })", "addPet"],
  ["addPet(client, { a: { ^b: 1 } })", "addPet"],
  ["await pets.addPet(body).result(^1)", "addPet"],
  ["const pets = addPet();\npets.^listPets", "listPets"],
  ["const { ^name } = await pets.addPet(body)", "addPet"],
  ["const pet = await pets.addPet(body);\nlog(pet.^name)", "addPet"],
  ["const pet = await pets.addPet(body);\nconst f = () => { log(pet!.owner[0].^name) }", "addPet"],
  ["const pet = await pets.addPet(body);\nconst f = (pet: Other) => pet.^name", undefined],
  ["const f = (pet: Pet) => pet.^name", "Pet"],
  ["function f(a: Owner[]) { return a[0].^name }", "Owner"],
  ['const ^kind: Pet["kind"] = "a"', "Pet"],
  ["const a = { ^b: 1 } satisfies Pet", "Pet"],
  ["import { ^listPets as all } from 'pets'", "listPets"],
  ["other({ ^a: 1 })", undefined],
  ["pet.^name", undefined],
  ["", undefined],
])("names what %j is about", async (marked, name) => {
  expect(await nameAt(marked)).toBe(name);
});

test("names nothing in a file that is not there", () => {
  expect(makeNameOfUse(EXPORTED)("/no/such/file.ts", 1, 1)).toBeUndefined();
});
