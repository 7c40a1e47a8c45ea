import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { onTestFinished } from "vitest";

/**
 * Sets up the SDK of OpenTelemetry as an application does, until the test ends.
 *
 * @param manager Does something keep the context over `await`? Browsers have nothing that does.
 */
export function recordSpans(manager = true): { finished: () => ReadableSpan[] } {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  if (manager) context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  onTestFinished(async () => {
    trace.disable();
    propagation.disable();
    context.disable();
    await provider.shutdown();
  });
  return { finished: () => exporter.getFinishedSpans() };
}

/** Everything of a span that leaves the process, as text. */
export const printed = ({ name, attributes, status, events, links }: ReadableSpan) =>
  JSON.stringify({ name, attributes, status, events, links });
