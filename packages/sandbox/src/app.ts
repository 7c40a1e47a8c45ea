import { Hono } from "hono";
import { checkCredentials, type SandboxCredentials } from "./check-credentials.js";
import { checkContentType, checkFixedHeaders } from "./check-headers.js";
import { compileSchemas } from "./compile-schemas.js";
import type { OperationHandler, RequestBody } from "./customer-operations.js";
import type { ApiDocument } from "./document.js";
import { isDatabaseLocked } from "./is-database-locked.js";
import { notAnswered } from "./not-answered.js";
import { PlaidError } from "./plaid-error.js";
import { newRequestId } from "./random-ids.js";
import { readBody } from "./read-body.js";
import { validateBody } from "./validate-body.js";

/** What the app is made of. */
interface AppParts {
  readonly document: ApiDocument;
  /** By operationId; an operation without one is answered with 501. */
  readonly handlers: ReadonlyMap<string, OperationHandler>;
  readonly credentials: SandboxCredentials;
}

/** The HTTP side: routes, the order of checks, and errors in Plaid's shape. */
export function createApp({ document, handlers, credentials }: AppParts): Hono {
  const app = new Hono();
  const validatorOf = compileSchemas(document);

  for (const { operationId, path, requestSchema } of document.operations) {
    const handler = handlers.get(operationId);
    if (handler === undefined) {
      app.post(path, () => {
        throw notAnswered(operationId);
      });
    } else {
      const validate = validatorOf<RequestBody>(requestSchema);
      app.post(path, async (context) => {
        const request = context.req.raw;
        checkContentType(request.headers);
        const sent = await readBody(request);
        const body = checkCredentials(document.credentials, credentials, request.headers, sent);
        checkFixedHeaders(document.fixedHeaders, request.headers);
        const answer = handler(validateBody(body, validate));
        return context.json({ ...answer, request_id: newRequestId() });
      });
    }
    app.all(path, (context) => {
      context.header("Allow", "POST");
      throw notAllowed(context.req.method, "POST");
    });
  }

  app.get("/", (context) => context.json(listing(document)));
  app.all("/", (context) => {
    context.header("Allow", "GET, HEAD");
    throw notAllowed(context.req.method, "GET");
  });
  // Plaid's documented codes have none for an unknown path.
  app.notFound(() => {
    throw new PlaidError("INVALID_FIELD", "no operation has this path", {
      status: 404,
      suggestedAction: "GET / lists the operations of this sandbox",
    });
  });
  app.onError((error, context) => {
    const refusal = error instanceof PlaidError ? error : internalError(error);
    return context.json(refusal.toBody(newRequestId()), refusal.status);
  });
  return app;
}

function listing(document: ApiDocument): object {
  return {
    title: `${document.title} (local sandbox)`,
    version: document.version,
    operations: document.operations.map(({ operationId, path, summary }) => ({
      operation_id: operationId,
      method: "POST",
      path,
      summary,
    })),
    request_id: newRequestId(),
  };
}

function notAllowed(method: string, allowed: string): PlaidError {
  const message = `the method ${method} is not allowed here, only ${allowed}`;
  return new PlaidError("INVALID_FIELD", message, { status: 405 });
}

/** The cause goes to the terminal only: the caller can't act on it, and it may hold private data. */
function internalError(error: Error): PlaidError {
  const isLocked = isDatabaseLocked(error);
  console.error(
    isLocked ? "plaid-partner-sandbox: the database is locked by another process" : error,
  );
  return new PlaidError("INTERNAL_SERVER_ERROR", "an unexpected error occurred");
}
