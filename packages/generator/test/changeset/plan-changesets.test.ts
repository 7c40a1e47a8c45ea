import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChangeset } from "../../src/changeset/changeset-file.js";
import type { Changeset } from "../../src/changeset/changesets.js";
import type { Need } from "../../src/changeset/need.js";
import { planChangesets, type Step } from "../../src/changeset/plan-changesets.js";
import { createPrettierFormatter } from "../../src/format/prettier-formatter.js";
import { change, need, YOUNG } from "../support/needs.js";

const formatter = createPrettierFormatter(process.cwd());
const place = {
  folder: join(process.cwd(), ".changeset"),
  base: "0".repeat(40),
  format: async (content: string) => (await formatter)(content, "markdown"),
};
const plan = (needs: readonly Need[], changesets: readonly Changeset[] = []) =>
  planChangesets(needs, changesets, place);

/** The changeset that a step leaves. */
function after({ path, shown, content }: Step, isNew = true): Changeset {
  return { ...parseChangeset(content ?? "", shown), path, isNew };
}

/** Only the step of one change. */
async function only(needs: readonly Need[], changesets: readonly Changeset[] = []): Promise<Step> {
  const [step, ...more] = await plan(needs, changesets);
  expect(more).toEqual([]);
  if (!step) throw new Error("There is no step.");
  return step;
}

function handWritten(content: string, isNew = true): Changeset {
  const shown = ".changeset/own.md";
  return { ...parseChangeset(content, shown), path: join(process.cwd(), shown), isNew };
}

const edit = (file: Changeset, before: string | RegExp, now: string): Changeset => ({
  ...file,
  ...parseChangeset(file.content.replace(before, now), file.shown),
});

const ADDED = need([change("minor", "addPet", "The request got the property `age`.")]);
const MORE = need([...ADDED.changes, change("minor", "listPets", "The answer got `count`.")]);
const BREAK = need([...ADDED.changes, change("major", "listPets", "The operation was removed.")]);

describe("planChangesets", () => {
  test("creates one for a change, and leaves it the second time", async () => {
    const created = await only([ADDED]);
    expect(created.action).toBe("created");
    expect(created.shown).toMatch(/^\.changeset\/pets-[\da-f]{8}\.md$/);
    expect(created.content).toMatch(
      /^---\n# clientgen \w+ \w+: .+\n"@acme\/pets": minor\n---\n\nFollowed what was added to the API\.\n\n\*\*`addPet`\*\*\n\n- The request got the property `age`\.\n$/,
    );
    expect(await only([ADDED], [after(created)])).toMatchObject({ action: "unchanged" });
  });

  test("brings the same file along when the document is edited further, up and down", async () => {
    const created = after(await only([ADDED]));
    const updated = await only([BREAK], [created]);
    expect(updated).toMatchObject({ action: "updated", path: created.path });
    expect([...updated.releases]).toEqual([["@acme/pets", "major"]]);
    expect(updated.content).toContain("- **Breaking:** The operation was removed.");
    const back = await only([ADDED], [after(updated)]);
    expect(back).toMatchObject({ action: "updated", content: created.content });
  });

  test("removes what nothing is left of, unless its text was edited", async () => {
    const created = after(await only([ADDED]));
    expect(await only([], [created])).toMatchObject({ action: "removed", path: created.path });
    const step = await only([], [edit(created, "Followed", "We followed")]);
    expect(step).toMatchObject({ action: "kept" });
    expect(step.note).toContain("delete it yourself");
    expect(step.content).toBeUndefined();
  });

  test("keeps a text that somebody has edited, raises its release, and says what to add", async () => {
    const created = after(await only([ADDED]));
    const edited = edit(created, /Followed[^]*/, "Pets have an `age` now, addPet takes it.\n");
    expect(await only([ADDED], [edited])).toEqual({
      action: "kept",
      path: edited.path,
      shown: edited.shown,
      releases: edited.releases,
    });
    const raised = await only([BREAK], [edited]);
    expect(raised).toMatchObject({ action: "raised", path: created.path });
    const file = after(raised);
    expect(file.text).toBe("Pets have an `age` now, addPet takes it.");
    expect([...file.releases]).toEqual([["@acme/pets", "major"]]);
    expect(raised.note).toBe("Its text was edited, and is kept. Add what it lacks of this:");
    expect(raised.add).toContain("- **Breaking:** The operation was removed.");
    const again = await only([BREAK], [file]);
    expect(again).toMatchObject({ action: "kept", add: raised.add });
    const told = edit(file, "takes it.", "takes it.\n\n- **Breaking:** The operation was removed.");
    expect((await only([BREAK], [told])).add).not.toContain(
      "- **Breaking:** The operation was removed.",
    );
  });

  test("keeps what somebody asks for beyond the need, whatever the document does next", async () => {
    const created = after(await only([ADDED]));
    const asked = edit(created, '"@acme/pets": minor', '"@acme/pets": major\nother: patch');
    expect(await only([ADDED], [asked])).toMatchObject({ action: "unchanged" });
    const updated = after(await only([MORE], [asked]));
    const releases = [
      ["@acme/pets", "major"],
      ["other", "patch"],
    ];
    expect([...updated.releases]).toEqual(releases);
    expect(updated.text).toContain("listPets");
    const back = after(await only([ADDED], [updated]));
    expect([...back.releases]).toEqual(releases);
  });

  test("raises what somebody has lowered", async () => {
    const lowered = edit(after(await only([ADDED])), ": minor", ": patch");
    const step = await only([ADDED], [lowered]);
    expect(step).toMatchObject({ action: "updated" });
    expect([...step.releases]).toEqual([["@acme/pets", "minor"]]);
  });

  test("writes a break below 1.0.0 as minor, and leaves a wish for 1.0.0", async () => {
    const young = need(BREAK.changes, { package: YOUNG });
    const created = after(await only([young]));
    expect([...created.releases]).toEqual([["@acme/pets", "minor"]]);
    const wished = edit(created, ": minor", ": major");
    expect([...(await only([young], [wished])).releases]).toEqual([["@acme/pets", "major"]]);
  });

  test("puts packages that share a changed file into one, and others into their own", async () => {
    const stores = need(ADDED.changes, { name: "@acme/stores", sources: ["s.yaml", "pets.yaml"] });
    const apart = need(ADDED.changes, { name: "@acme/apart", sources: ["apart.yaml"] });
    const surface = need([change("minor", undefined, "`X` was added.", { judge: "api" })], {
      name: "@acme/surface",
      sources: [],
      reports: ["api/index.api.md"],
    });
    const steps = await plan([ADDED, stores, apart, surface]);
    expect(steps.map(({ releases }) => [...releases.keys()])).toEqual([
      ["@acme/pets", "@acme/stores"],
      ["@acme/apart"],
      ["@acme/surface"],
    ]);
    const files = steps.map((step) => after(step));
    const again = await plan([ADDED, stores, apart, surface], files);
    expect(again.map(({ action }) => action)).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  test("writes a second one for another change: what is on the base already is not touched", async () => {
    const before = { ...after(await only([ADDED])), isNew: false };
    const step = await only([BREAK], [before]);
    expect(step.action).toBe("created");
    expect(step.path).not.toBe(before.path);
  });

  test("takes somebody's own one that names the operations and releases enough", async () => {
    const own = handWritten('---\n"@acme/pets": minor\n---\n\n`addPet` takes an age.\n');
    expect(await only([ADDED], [own])).toMatchObject({ action: "covered", path: own.path });
    expect(await only([MORE], [own])).toMatchObject({ action: "created" });
    const small = edit(own, "minor", "patch");
    expect(await only([ADDED], [small])).toMatchObject({ action: "created" });
  });
});
