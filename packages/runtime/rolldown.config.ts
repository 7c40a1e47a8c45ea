import { defineConfig } from "rolldown";

/**
 * Few files: Node takes longer to open a hundred than to run them. But more than one: bundlers leave out whole files that nothing
 * of is imported, and could not prove of parts of one that they do nothing. So what is needed together is together.
 */
const groups = [
  { name: "streams", test: /[\\/]src[\\/]stream[\\/]/ },
  { name: "parameters", test: /[\\/]src[\\/](parameters|check-path)/ },
  { name: "bodies", test: /[\\/]src[\\/]body[\\/]/ },
  { name: "load", test: /[\\/]src[\\/]load[\\/]/ },
  {
    name: "full-client",
    test: /[\\/]src[\\/](features|raw|create-full-client|secret\.ts|inspect|did-you-mean)/,
  },
  {
    name: "rare",
    test: /[\\/]src[\\/](parse[\\/](text|blob|empty)|send[\\/]retry-when|credentials[\\/](put|encode)|environment[\\/](server|operation)|errors[\\/]is-|call-operation-as|idempotent|credentials[\\/]redact\.|version)/,
  },
  { name: "core", test: /[\\/]src[\\/](?!index|client\.ts|opentelemetry|tracing)/ },
];

export default defineConfig({
  input: { index: "src/index.ts", client: "src/client.ts", opentelemetry: "src/opentelemetry.ts" },
  external: /^[^./]/,
  platform: "neutral",
  preserveEntrySignatures: "allow-extension",
  output: {
    dir: "dist",
    format: "esm",
    chunkFileNames: "[name].js",
    codeSplitting: { includeDependenciesRecursively: false, groups },
  },
});
