// A process of its own, so that a rehearsal can kill it. Arguments: the configuration's file, and a port or 0.
import type { AddressInfo } from "node:net";
import { runServer } from "verdaccio";

const [file = "", port = "0"] = process.argv.slice(2);
const server = await runServer(file);
server.listen(Number(port), "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
// Whoever started it is gone.
process.once("disconnect", () => process.exit());
