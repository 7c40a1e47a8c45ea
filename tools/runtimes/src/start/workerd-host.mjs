// Runs a script in workerd through miniflare: `node workerd-host.mjs MINIFLARE SCRIPT`.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const module = createRequire(join(folder, "package.json")).resolve("miniflare");
const { Miniflare } = await import(pathToFileURL(module).href);
const script = await readFile(file, "utf8");
const miniflare = new Miniflare({
  modules: true,
  script,
  compatibilityDate: "2026-07-01",
  // No look-up of the machine's place on the network.
  cf: false,
});
try {
  const response = await miniflare.dispatchFetch("http://suite.example/");
  const text = await response.text();
  if (!response.ok) throw new Error(text);
} finally {
  await miniflare.dispose();
}
