import { join } from "node:path";
import { expect, test } from "vitest";
import { findFile } from "../../src/compare/find-file.js";
import { readClientReports, readNamedReports } from "../../src/compare/read-reports.js";
import { gitRepository } from "../support/git-repository.js";
import { inFolder } from "../support/in-folder.js";

const FILES = {
  "spec/a.yaml": "",
  "client/api/index.api.md": "old index",
  "client/api/gone.api.md": "old gone",
  "client/api/notes.md": "no report",
};

/** The reports of the client, of `spec/a.yaml` as it was and as it is. */
async function read(old: string, now: string) {
  const side = [await findFile(old), await findFile(now)] as const;
  return readClientReports(...side, { folder: join(process.cwd(), "client") });
}

test("reads a client's reports as they were and as they are", async () => {
  const { folder, git } = await gitRepository(FILES);
  git("rm", "--quiet", "client/api/gone.api.md");
  await inFolder(folder, async () => {
    const { pairs, warnings } = await read("v1:spec/a.yaml", "spec/a.yaml");
    expect(warnings).toEqual([]);
    expect(pairs).toEqual([
      {
        old: { shown: "v1:client/api/gone.api.md", text: "old gone" },
        new: { shown: "client/api/gone.api.md", text: "" },
      },
      {
        old: { shown: "v1:client/api/index.api.md", text: "old index" },
        new: { shown: "client/api/index.api.md", text: "old index" },
      },
    ]);
  });
});

test("reads those of two commits", async () => {
  const { folder, commit } = await gitRepository(FILES);
  await commit({ "client/api/index.api.md": "new index", "client/etc/more.api.md": "more" });
  await inFolder(folder, async () => {
    const { pairs } = await read("v1:spec/a.yaml", "main:spec/a.yaml");
    expect(pairs.map((pair) => pair.new.text)).toEqual(["old gone", "new index"]);
    expect(pairs.map((pair) => pair.new.shown)).toContain("main:client/api/index.api.md");
  });
});

test("says so where the older commit has none", async () => {
  const { folder, commit } = await gitRepository({ "spec/a.yaml": "" });
  await commit(FILES);
  await inFolder(folder, async () => {
    expect(await read("v1:spec/a.yaml", "main:spec/a.yaml")).toEqual({
      pairs: [],
      warnings: [
        {
          severity: "warning",
          location: { file: "v1:client/api/gone.api.md" },
          message: "There was no such API report, so what the package exports is not compared.",
          fix: "Name a later commit, or take it as new.",
        },
      ],
    });
  });
});

test("two documents on the disk say nothing of what was reported with the older one", async () => {
  const { folder } = await gitRepository({ ...FILES, "spec/b.yaml": "" });
  await inFolder(folder, async () => {
    expect(await read("spec/b.yaml", "spec/a.yaml")).toEqual({ pairs: [], warnings: [] });
  });
});

test("reads reports by their names", async () => {
  const { folder, commit } = await gitRepository(FILES);
  await commit({ "client/api/index.api.md": "new index" });
  await inFolder(folder, async () => {
    const path = "client/api/index.api.md";
    expect(await readNamedReports({ old: `v1:${path}`, new: path })).toEqual({
      old: { shown: `v1:${path}`, text: "old index" },
      new: { shown: path, text: "new index" },
    });
    await expect(readNamedReports({ old: path, new: "x.api.md" })).rejects.toThrow(
      "x.api.md: There is no such file. Check the path.",
    );
  });
});
