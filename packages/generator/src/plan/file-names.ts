import { kebabCase } from "./identifiers.js";
import { NameTable } from "./name-table.js";

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = [
  "con",
  "prn",
  "aux",
  "nul",
  ...["com", "lpt"].flatMap((port) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => port + digit)),
];

/** Well under the 255 bytes that file systems take, for tools add to names: `.test.d.ts.map`. */
const MAX_LENGTH = 100;

/** Gives out names of files, each once even on a disk that makes no difference between capitals. */
export function fileNames(): (functionName: string) => string {
  const table = new NameTable(DEVICES, (name) => name.toLowerCase());
  return (functionName) => {
    const name = kebabCase(functionName).slice(0, MAX_LENGTH).replace(/-$/, "");
    return table.take(name || "operation");
  };
}
