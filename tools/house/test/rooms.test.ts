import { dirname, normalize, relative } from "node:path";
import { expect, test } from "vitest";
import { isSource, published, read } from "./support/repository.js";
import { importsOf } from "./support/syntax.js";

/** The generator's rooms in the order in which a document comes through them: each knows those before it. */
const ROOMS = [
  "load",
  "model",
  "check",
  "upgrade",
  "mend",
  "normalise",
  "plan",
  "format",
  "emit",
  "readme",
  "write",
  "manifest",
  "compare",
  "changeset",
  "init",
  "upgrade-check",
  "cli",
];

const generator = published.find(({ folder }) => folder.endsWith("/generator"));
const root = `${generator?.folder}/src`;
const sources = (generator?.files ?? []).filter(isSource);

/** The room of a file; undefined for one that stands above them all. */
function roomOf(file: string): string | undefined {
  const [room, ...rest] = relative(root, file).split("/");
  return rest.length > 0 ? room : undefined;
}

test("the generator's rooms are those that have a place in the order", () => {
  expect([...new Set(sources.flatMap((file) => roomOf(file) ?? []))].sort()).toEqual(
    [...ROOMS].sort(),
  );
});

test("no room of the generator knows one that comes later", () => {
  const backwards = sources.flatMap((file) => {
    const own = roomOf(file);
    if (own === undefined) return [];
    return importsOf(read(file))
      .filter((specifier) => specifier.startsWith("."))
      .filter((specifier) => {
        const room = roomOf(normalize(`${dirname(file)}/${specifier}`));
        return room !== undefined && ROOMS.indexOf(room) > ROOMS.indexOf(own);
      })
      .map((specifier) => `${file}: ${specifier}`);
  });
  expect(backwards).toEqual([]);
});
