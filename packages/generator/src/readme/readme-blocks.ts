import { dirname, join } from "node:path";
import { getString } from "../load/data.js";
import { readIfFile } from "../load/read-text.js";

const BLOCK = /(<!-- clientgen:(\S+)(?: (\S+))? -->\n)[\s\S]*?(<!-- \/clientgen -->)/g;

/** A part of a README that is generated, between two comments. */
export interface ReadmeBlock {
  /** Offset in the text. */
  readonly index: number;
  readonly whole: string;
  readonly open: string;
  readonly kind: string;
  readonly name: string;
  readonly close: string;
}

/** The blocks of a README, in order. */
export function readmeBlocks(text: string): ReadmeBlock[] {
  return [...text.matchAll(BLOCK)].map((match) => {
    const [whole, open = "", kind = "", name = "", close = ""] = match;
    return { index: match.index, whole, open, kind, name, close };
  });
}

/** The name of the package that a README is in; without one, what examples import from instead. */
export async function readPackageName(readme: string): Promise<string> {
  try {
    const text = await readIfFile(join(dirname(readme), "package.json"));
    return getString(JSON.parse(text ?? ""), "name") ?? NAMELESS;
  } catch {
    return NAMELESS;
  }
}

const NAMELESS = "./index.js";
