// `prepack` of every published package: packing one that is not built would succeed, and publish no code.
import { existsSync, readFileSync } from "node:fs";

const { name, exports = {}, bin = {} } = JSON.parse(readFileSync("package.json", "utf8"));
const pathsOf = (value) =>
  typeof value === "string" ? [value] : Object.values(value).flatMap(pathsOf);
const missing = pathsOf([exports, bin]).filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.error(`${name} is not built: ${missing.join(", ")} missing. Run "pnpm build" first.`);
  process.exit(2);
}
