import type { ClientState } from "../client-state.js";

/** Adds to a client what it can do besides making calls. The full client has all of it, the core nothing. */
export type Feature = (client: ClientState) => void;
