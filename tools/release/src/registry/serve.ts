// A process of its own, so that a rehearsal can kill it. It is told its configuration and a port, or 0, and tells the port.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { runServer } from "verdaccio";

// Whoever started it is gone.
process.once("disconnect", () => process.exit());
const [{ config, port }] = (await once(process, "message")) as [
  { readonly config: Parameters<typeof runServer>[0]; readonly port: number },
];
const server = await runServer(config);
server.listen(port, "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
