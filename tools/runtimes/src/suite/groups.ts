import { answers } from "./answers.ts";
import { around } from "./around.ts";
import { bodies } from "./bodies.ts";
import { calls } from "./calls.ts";
import type { Check, Group } from "./check.ts";
import { credentials } from "./credentials.ts";
import { errors } from "./errors.ts";
import { failures } from "./failures.ts";
import { limits } from "./limits.ts";
import { mediaTypes } from "./media-types.ts";
import { parameters } from "./parameters.ts";
import { redaction } from "./redaction.ts";
import { retries } from "./retries.ts";
import { secrets } from "./secrets.ts";
import { streams } from "./streams.ts";

/** The whole suite, in the order in which it runs. */
export const groups: readonly Group[] = [
  { name: "calls", checks: calls },
  { name: "answers", checks: answers },
  { name: "bodies", checks: bodies },
  { name: "media types", checks: mediaTypes },
  { name: "parameters", checks: parameters },
  { name: "credentials", checks: credentials },
  { name: "errors", checks: errors },
  { name: "failures", checks: failures },
  { name: "retries", checks: retries },
  { name: "around attempts", checks: around },
  { name: "timeouts and aborts", checks: limits },
  { name: "streams", checks: streams },
  { name: "redaction", checks: redaction },
  { name: "secrets", checks: secrets },
];

/** All checks by name. */
export const checksByName: ReadonlyMap<string, Check> = new Map(
  groups.flatMap(({ checks }) => checks).map((check) => [check.name, check]),
);
