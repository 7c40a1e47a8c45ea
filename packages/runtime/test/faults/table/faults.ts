import type { Fault } from "../fault.js";
import { contents, lengths } from "./bodies.js";
import { connections } from "./connections.js";
import { heads } from "./heads.js";
import { refusals } from "./refusals.js";
import { tls } from "./tls.js";

/** Every fault by what it is about, in the order of a call's way. */
export const faults: Readonly<Record<string, readonly Fault[]>> = {
  connections,
  tls,
  heads,
  lengths,
  contents,
  refusals,
};
