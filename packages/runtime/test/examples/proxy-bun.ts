import type { FetchFunction } from "../../src/index.js";

export function fetchThrough(proxy: string): FetchFunction {
  return (url, init) => fetch(url, { ...init, proxy } as RequestInit);
}
