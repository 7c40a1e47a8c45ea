import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execFileSync } from "node:child_process";

/** A Node.js of this machine. */
export interface Node {
  readonly file: string;
  /** Such as `v24.1.0`. */
  readonly version: string;
}

const program = process.platform === "win32" ? "node.exe" : "node";

/** The one that runs the tests, the one that npm runs on, and those on the PATH: each version once. */
export function nodesOfThisMachine(): Node[] {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((each) => join(each, program));
  const npms = process.env["npm_node_execpath"];
  const files = [process.execPath, ...(npms ? [npms] : []), ...onPath].filter((each) =>
    existsSync(each),
  );
  const versions = new Map<string, string>();
  for (const file of new Set(files.map((each) => realpathSync(each)))) {
    const version = execFileSync(file, ["--version"], { encoding: "utf8" }).trim();
    if (!versions.has(version)) versions.set(version, file);
  }
  return [...versions].map(([version, file]) => ({ version, file }));
}
