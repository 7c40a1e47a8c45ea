import { expect, test } from "vitest";
import { createClient, createFullClient } from "../src/client.js";
import { states } from "../src/client-state.js";
import { ConfigurationError } from "../src/index.js";
import { VERSION } from "../src/version.js";
import { canary, definition, details } from "./support/things.js";

const options = { environment: "live", credentials: { id: "i", key: canary } } as const;

test("a client shows nothing of what it is set up with", () => {
  expect(Reflect.ownKeys(createClient(definition, options))).toEqual([]);
  const full = createFullClient(definition, details, options);
  expect(Reflect.ownKeys(full)).toEqual(["raw"]);
  expect(JSON.stringify([full, full.raw])).not.toContain(canary);
});

test("a definition for other versions of this package is refused", () => {
  const other = { ...definition, runtime: "^9.0.0" as never };
  const make = () => createClient(other, options);
  expect(make).toThrow(ConfigurationError);
  expect(make).toThrow(`@plaid-partner/runtime ^9.0.0, found ${VERSION}`);
});

test("a client keeps the options that it was made with", () => {
  const given = { ...options, retries: 1, headers: { a: "1" } };
  const state = states.get(createClient(definition, given))!;
  given.retries = 9;
  expect(state.options.retries).toBe(1);
  expect(state.headers).toEqual({ accept: "application/json", "thing-version": "7", a: "1" });
  expect([state.baseUrl, state.environment]).toEqual(["https://live.test", "live"]);
});

test("features are put on in turn, each around those before", () => {
  const order: string[] = [];
  const client = createClient(definition, options, [
    (state) => void (state.wrap = (data) => (order.push("first"), data)),
    (state) => {
      const { wrap } = state;
      state.wrap = (data) => (order.push("second"), wrap?.(data));
    },
  ]);
  expect(states.get(client)!.wrap!(1)).toBe(1);
  expect(order).toEqual(["second", "first"]);
});

test("without features there is nothing of theirs", () => {
  const state = states.get(createClient(definition, options))!;
  const { check, wrap, print, onRetry, onError } = state;
  expect([check, wrap, print, onRetry, onError].every((each) => each === undefined)).toBe(true);
});
