import type { BundledDocument } from "../../load/bundle.js";
import type { Change } from "../change.js";

/** Compares what is sent and received. */
export function judgeWire(_old: BundledDocument, _now: BundledDocument): readonly Change[] {
  return [];
}
