import { isDeepStrictEqual } from "node:util";
import { differences } from "./compare.ts";
import { normalise, type Comparable } from "./normalise.ts";
import type { Run } from "./run-runtime.ts";
import type { SuiteServer } from "./server/suite-server.ts";
import type { Check } from "./suite/check.ts";
import { ownName } from "./suite/own-name.ts";

/**
 * What is wrong with a check on a runtime, in a line each: what it saw, how many requests the server got, and in what
 * these differ from those of the reference.
 */
export function judge(
  check: Check,
  run: Run,
  first: Run,
  server: Pick<SuiteServer, "requestsOf">,
): string[] {
  const { id, platform } = run.runtime;
  const known = check.differences?.find(({ on }) => on.includes(platform));
  const seen = run.report.checks[check.name];
  if (seen === undefined) return ["It did not run."];
  if ("broke" in seen) return [seen.broke];
  const want = known && "want" in known ? known.want : check.want;
  const problems: string[] = [];
  const saw = seen.saw ?? null;
  if (!isDeepStrictEqual(saw, asJson(want))) {
    problems.push(`saw ${JSON.stringify(saw)}, wanted ${JSON.stringify(want)}`);
  }
  const own = requests(check, id, server);
  const count = known?.requests ?? check.requests ?? check.answers.length;
  if (own.length !== count) problems.push(`${own.length} requests, wanted ${count}`);
  const others = requests(check, first.runtime.id, server);
  const everywhere = ownName.on.includes(platform) ? ownName.ignores : undefined;
  const ignored = [...(known?.ignores ?? []), ...(everywhere ?? [])];
  if (own.length === others.length) {
    for (const [index, request] of own.entries()) {
      const lines = differences(request, others[index]!, ignored);
      problems.push(...lines.map((line) => `request ${index + 1}, ${line}`));
    }
  }
  return problems;
}

function requests(
  check: Check,
  runtime: string,
  server: Pick<SuiteServer, "requestsOf">,
): Comparable[] {
  const all = server.requestsOf(runtime, check.name).map(normalise);
  return check.unordered ? all.sort((a, b) => (a.body < b.body ? -1 : 1)) : all;
}

/** What a report says it as: members that are undefined are left out. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}
