import { thing, answer, good } from "./answer.js";
import { scriptedServer, type Target } from "./scripted-server.js";
import { bytes } from "./scripts.js";

/** Starts a server that points to another one, or to another path of its own, and repeats the request in its answer. */
export async function redirectingServer(status: number, sameOrigin: boolean): Promise<Target> {
  const elsewhere = await scriptedServer(bytes(good));
  let strays = 0;
  const server = await scriptedServer(({ socket, head }) => {
    if (head.split(" ")[1] === "/elsewhere") strays++;
    const location = sameOrigin ? "/elsewhere" : `${elsewhere.url}/elsewhere`;
    socket.end(answer(status, head + thing, { location, "content-type": "text/plain" }));
  });
  return {
    ...server,
    strays: () => strays + elsewhere.requests(),
    connections: () => server.connections() + elsewhere.connections(),
    close: async () => {
      await Promise.all([server.close(), elsewhere.close()]);
    },
  };
}
