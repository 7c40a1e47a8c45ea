import { afterEach, expect, test, vi } from "vitest";
import { refuseBrowser } from "../../src/environment/refuse-browser.js";
import { definition } from "../support/things.js";

afterEach(() => vi.unstubAllGlobals());

const page = { window: {}, document: {}, navigator: { userAgent: "Mozilla/5.0 (X11)" } };
const browserWorker = {
  WorkerGlobalScope: Object,
  navigator: { userAgent: "Mozilla/5.0 (X11)" },
};
const serverWorker = {
  WorkerGlobalScope: Object,
  navigator: { userAgent: "Cloudflare-Workers" },
};

function put(globals: object) {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
}

test.each([
  ["a page", page],
  ["a browser's worker", browserWorker],
])("refuses %s", (_, globals) => {
  put(globals);
  expect(() => refuseBrowser(definition, {})).toThrow(
    /^No credentials in a page: .*dangerouslyAllowBrowser/,
  );
  expect(() => refuseBrowser(definition, { dangerouslyAllowBrowser: true })).not.toThrow();
  expect(() => refuseBrowser({ ...definition, credentials: {} }, {})).not.toThrow();
});

test.each([
  ["a server", {}],
  ["a server's worker", serverWorker],
  ["a window of no browser", { window: {}, document: {} }],
  ["a server without a navigator", { navigator: undefined }],
  ["a server that looks like a browser at the end", { navigator: { userAgent: "x Mozilla/5.0" } }],
])("lets %s pass", (_, globals) => {
  put(globals);
  expect(() => refuseBrowser(definition, {})).not.toThrow();
});
