import { compiler } from "../../emit/compiler.js";
import type { Both } from "./client-types.js";

/** Whether the files of both versions say the same to the compiler, whatever their comments say to people. */
export function sameCode({ old, now }: Both<ReadonlyMap<string, string>>): boolean {
  if (old.size !== now.size) return false;
  const others = [...now];
  return [...old].every(([path, text], index) => {
    const [otherPath = "", other = ""] = others[index] ?? [];
    const isSamePath = path.replace("/old/", "") === otherPath.replace("/now/", "");
    return isSamePath && (text === other || tokensOf(text) === tokensOf(other));
  });
}

/** The words of source text, without comments and layout. */
export function tokensOf(text: string): string {
  const scanner = compiler.createScanner(compiler.ScriptTarget.ESNext, true);
  scanner.setText(text);
  const tokens: string[] = [];
  while (scanner.scan() !== compiler.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText());
  return tokens.join(" ");
}
