import {
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import type { Around } from "../around.js";
import { isClientError } from "../errors/is-client-error.js";
import { VERSION } from "../version.js";
import { attemptAttributes, spanName } from "./attempt-attributes.js";

/** What {@link openTelemetry} can be told. */
export interface OpenTelemetryOptions {
  /** What makes the spans. Default: the global tracer provider's, by the name `@plaid-partner/runtime`. */
  readonly tracer?: Tracer | undefined;
  /**
   * Are the headers of the trace (`traceparent`) to be added to requests? Default true. Set it to false where an instrumentation of
   * `fetch` or undici adds them, too: a server would get both, and could follow neither.
   */
  readonly propagate?: boolean | undefined;
}

/**
 * For the option `tracing`: one client span for every attempt, by the stable semantic conventions of OpenTelemetry for HTTP.
 * The span begins before credentials are asked for, and ends when the body of the answer has been
 * read; where that is a stream, when its headers are there. What is traced within (an instrumented `fetch`, a credential
 * function) is its child.
 *
 * Its status is an error where the answer is outside 2xx (redirects are refused, so 3xx is one), and where there is none. `error.type` is
 * the status, the name of this package's error (`"TimeoutError"`), or `"_OTHER"`. Spans hold no header, no body and no
 * message of a foreign error, and of the URL what hooks see.
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Around {
  const { tracer = trace.getTracer("@plaid-partner/runtime", VERSION), propagate = true } = options;
  return async (attempt, next) => {
    const span = tracer.startSpan(spanName(attempt), {
      kind: SpanKind.CLIENT,
      attributes: attemptAttributes(attempt),
    });
    try {
      const within = trace.setSpan(context.active(), span);
      if (propagate) propagation.inject(within, attempt.headers);
      const response = await context.with(within, next);
      answered(span, response);
      return response;
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  };
}

function answered(span: Span, { ok, status }: Response): void {
  span.setAttribute("http.response.status_code", status);
  if (ok) return;
  span.setAttribute("error.type", String(status));
  // Without a description: the convention wants none where the status says it.
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Messages of ours have no body and no credential in them; of others we cannot know. */
function failed(span: Span, error: unknown): void {
  const ours = isClientError(error) ? error : undefined;
  span.setAttribute("error.type", ours?.name ?? "_OTHER");
  span.setStatus({ code: SpanStatusCode.ERROR, ...(ours && { message: ours.message }) });
}
