/** What is read of whatever was thrown: the client may be one that was generated a moment ago. */
interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly body?: { readonly error_message?: string };
  readonly cause?: unknown;
}

/** Lines for the terminal: what failed, what the server said, and where to mend it. */
export function explain(error: unknown): string[] {
  const { name = "Error", message = String(error) } = asThrown(error);
  const answer = answerIn(error);
  const said = answer?.body?.error_message;
  return [
    `${name}: ${message}`,
    ...(said === undefined ? [] : [`The sandbox said: ${said}`]),
    (answer?.status ?? 0) >= 500
      ? "packages/sandbox/src does not fit the document: mend it there"
      : "tools/demo/src/customers.ts no longer fits the document: mend it there (the calls themselves stand in story.ts beside it)",
  ];
}

/** The API's answer: the error itself, or what an outcome that is not known was caused by. */
function answerIn(error: unknown): Thrown | undefined {
  const thrown = asThrown(error);
  if (thrown.status !== undefined) return thrown;
  return thrown.cause === undefined ? undefined : answerIn(thrown.cause);
}

function asThrown(value: unknown): Thrown {
  return typeof value === "object" && value !== null ? value : {};
}
