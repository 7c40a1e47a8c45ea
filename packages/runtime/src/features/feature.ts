import type { ClientState } from "../client-state.js";

/** Adds to a client what it can do besides making calls. The client of a factory has all of it, others what they are given. */
export type Feature = (client: ClientState) => void;
