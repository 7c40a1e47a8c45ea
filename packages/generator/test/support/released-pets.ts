import { configuration, PETS } from "./pets.js";
import { type Finished, runClientgen } from "./run-clientgen.js";
import type { WorkTree } from "./work-tree.js";

/** A `package.json`. */
export const manifest = (name: string, version: string) => `${JSON.stringify({ name, version })}\n`;

/** The version of the client in {@link FILES}. */
export const RELEASED = "1.4.0";

/** A workspace with one client, of a version that breaks are major for. */
export const FILES = {
  "clientgen.config.json": configuration([
    { spec: "spec/pets.yaml", out: "packages/pets/src/generated" },
  ]),
  ".changeset/config.json": JSON.stringify({ baseBranch: "main" }),
  ".changeset/README.md": "For readers.\n",
  "packages/pets/package.json": manifest("@acme/pets", RELEASED),
  "spec/pets.yaml": PETS,
};

/** A property more in an answer. */
export const MINOR = PETS.replace(
  "name: { type: string }, kind",
  "age: { type: integer }, name: { type: string }, kind",
);
/** An operation less. */
export const MAJOR = PETS.replace(/ {4}post: .*\n/, "");
/** Other words. */
export const PATCH = PETS.replace("description: Added.", "description: It was added.");

/** Runs `clientgen changeset`. */
export async function changeset(repository: WorkTree, ...args: string[]): Promise<Finished> {
  return runClientgen(repository.folder, ["changeset", ...args]);
}
