import { scriptedServer, type Target } from "./scripted-server.js";

/** Where nobody answers: a URL, or else a port of this machine that was just let go. */
export const nowhere = (url?: string) => async (): Promise<Target> => {
  const server = await scriptedServer(() => {});
  await server.close();
  return { ...server, url: url ?? server.url, close: () => Promise.resolve() };
};
