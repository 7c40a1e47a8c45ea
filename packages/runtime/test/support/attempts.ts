import type { AttemptView } from "../../src/around.js";

/** An attempt as the core describes it. */
export const attempt = (view: Partial<AttemptView> = {}): AttemptView => ({
  operation: "updateThing",
  method: "POST",
  url: "https://live.test/things/update",
  path: "/things/update",
  attempt: 1,
  signal: undefined,
  headers: {},
  ...view,
});

/** An attempt that runs until the test ends it. */
export function held() {
  let started = false;
  let answer = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<Response>((resolve, reject) => {
    answer = () => resolve(new Response());
    fail = reject;
  });
  const next = () => {
    started = true;
    return promise;
  };
  return { next, started: () => started, answer, fail };
}

/** Lets everything happen that waits for nothing but promises. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
