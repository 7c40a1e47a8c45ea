import { get, getEntries, type JsonObject } from "../../../load/data.js";
import { operationsOf, type FoundOperation } from "../../../load/list-operations.js";
import type { Context } from "../context.js";
import type { Side } from "../side.js";
import { compareBodies } from "./compare-bodies.js";
import { compareContent } from "./compare-content.js";

/** Requests that callers get, by name and method. */
type Messages = ReadonlyMap<string, FoundOperation>;

/** Compares the webhooks of two documents. */
export function compareWebhooks(context: Context): void {
  const read = ({ root }: Side) =>
    new Map(getEntries(root, "webhooks").flatMap(([name, given]) => messagesOf(root, name, given)));
  compareMessages(context, "webhook", undefined, read(context.old), read(context.new));
}

/** Compares the callbacks of two versions of an operation. */
export function compareCallbacks(
  context: Context,
  operation: string,
  old: JsonObject,
  now: JsonObject,
): void {
  const read = (side: Side, owner: JsonObject) =>
    new Map(
      getEntries(owner, "callbacks").flatMap(([name, given]) =>
        Object.entries(side.object(given) ?? {}).flatMap(([expression, item]) =>
          messagesOf(side.root, `${name} ${expression}`, item),
        ),
      ),
    );
  compareMessages(context, "callback", operation, read(context.old, old), read(context.new, now));
}

function messagesOf(root: JsonObject, name: string, given: unknown): [string, FoundOperation][] {
  return operationsOf(root, name, given).map((found) => [`${name} ${found.method}`, found]);
}

function compareMessages(
  context: Context,
  kind: string,
  operation: string | undefined,
  old: Messages,
  now: Messages,
): void {
  const { ledger } = context;
  const scope = { ...(operation !== undefined && { operation }), direction: "response" } as const;
  for (const [key, message] of now) {
    const before = old.get(key);
    const subject = `the ${kind} \`${message.path}\``;
    if (before)
      compareMessage(context, operation ?? `the ${kind} ${message.path}`, before, message);
    else
      ledger.add(scope, {
        rule: "message-added",
        subject,
        text: "is new",
        new: { home: message.operation },
      });
  }
  for (const [key, message] of old) {
    if (now.has(key)) continue;
    const subject = `the ${kind} \`${message.path}\``;
    ledger.add(scope, {
      rule: "message-removed",
      subject,
      text: "is gone",
      old: { home: message.operation },
    });
  }
}

/** What callers get is judged as a response, what they answer as a request. */
function compareMessage(
  context: Context,
  name: string,
  old: FoundOperation,
  now: FoundOperation,
): void {
  compareBodies(context, name, old.operation, now.operation, "response");
  const answers = getEntries(now.operation, "responses");
  for (const [status, given] of answers) {
    const was = context.old.object(get(get(old.operation, "responses"), status));
    const is = context.new.object(given);
    if (was === undefined || is === undefined) continue;
    const scope = { operation: name, direction: "request", part: "what callers answer" } as const;
    compareContent(context, scope, { old: was, new: is });
  }
}
