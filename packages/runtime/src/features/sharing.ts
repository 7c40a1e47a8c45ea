import type { Feature } from "./feature.js";

/** Node's own module, where this is Node. */
interface Events {
  setMaxListeners?(most: number, target: EventTarget): void;
}

/**
 * Lets many calls share one signal: Node 20 takes more than ten listeners for a leak, and warns. Each call takes its listener off
 * when it ends.
 */
export const sharing: Feature = (client) => {
  const { send } = client;
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): Events } };
  const events = process?.getBuiltinModule?.("node:events");
  client.send = (request, call) => {
    const { signal } = call.options;
    try {
      if (signal) events?.setMaxListeners?.(0, signal);
    } catch {
      // Not one of Node's: that of jsdom or of a polyfill, which counts no listeners.
    }
    return send(request, call);
  };
};
