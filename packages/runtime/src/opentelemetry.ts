/** The entry for those who trace with OpenTelemetry. It alone needs the peer dependency `@opentelemetry/api`. */
export { openTelemetry, type OpenTelemetryOptions } from "./tracing/open-telemetry.js";
