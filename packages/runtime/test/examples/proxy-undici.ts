import { install, ProxyAgent } from "undici";
import type { FetchFunction } from "../../src/index.js";

install(); // From here on `fetch`, `FormData` and the like are this undici's, not those of Node.

export function fetchThrough(proxy: string): FetchFunction {
  const dispatcher = new ProxyAgent(proxy);
  return (url, init) => fetch(url, { ...init, dispatcher } as RequestInit);
}
