import { expect, test } from "vitest";
import { locating } from "../../src/features/locating.js";
import { ApiError } from "../../src/index.js";
import { reportError } from "../../src/report-error.js";
import { callState } from "../support/call-state.js";

function madeElsewhere() {
  return new ApiError({ status: 400, body: {} });
}

function endsHere(error: unknown, call = callState({ features: [locating] })) {
  reportError(call, error);
}

test("gives an error the stack of where its call ends", () => {
  const error = madeElsewhere();
  endsHere(error);
  expect(error.stack).toMatch(/^ApiError: 400\n/);
  expect(error.stack).toContain("endsHere");
  expect(error.stack).not.toContain("madeElsewhere");
  expect(error.stack).not.toContain("reportError");
});

test("leaves those of an error that comes again, and of foreign ones", () => {
  const call = callState({ features: [locating] });
  const error = madeElsewhere();
  const foreign = new TypeError("x");
  endsHere(error, call);
  const stacks = [error.stack, foreign.stack];
  endsHere(error, call);
  endsHere(foreign, call);
  expect([error.stack, foreign.stack]).toEqual(stacks);
});

test("tells on of the error", () => {
  const told: unknown[] = [];
  const error = madeElsewhere();
  const call = callState({
    features: [
      (client) => {
        client.onError = (_, failed) => void told.push(failed);
      },
      locating,
    ],
  });
  reportError(call, error);
  expect(told).toEqual([error]);
});
