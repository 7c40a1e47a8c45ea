/** A program: calls the server of its first argument, through the proxy of its second one, if there is one, and prints the answer. */
import { fetchThrough } from "../examples/proxy-bun.js";
import { client, updateThing } from "./things.js";

const [url = "", proxy] = process.argv.slice(2);
const things = client(url, { retries: 0, ...(proxy && { fetch: fetchThrough(proxy) }) });
console.log(JSON.stringify(await updateThing(things, { a: 1 })));
