import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const path = (file: string) => fileURLToPath(new URL(`../src/${file}`, import.meta.url));

/** Bundles a program as an application does, with the packages that it imports left outside. */
async function bundle(program: string) {
  const built = await rolldown({
    input: "program",
    external: /^(@opentelemetry\/|openapi-fetch)/,
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === "program" ? id : undefined),
        load: (id) => (id === "program" ? program : undefined),
      },
    ],
  });
  const { output } = await built.generate({ minify: true });
  await built.close();
  const { imports, code } = output[0];
  return { imports, code };
}

const whole = (file: string) => `import * as all from "${path(file)}"; console.log(all);`;

test.each(["index.ts", "client.ts"])("%s does without OpenTelemetry", async (file) => {
  const { imports } = await bundle(whole(file));
  expect(imports.filter((name) => name !== "openapi-fetch")).toEqual([]);
});

test("the entry for OpenTelemetry needs it, and nothing of calls", async () => {
  const { imports, code } = await bundle(whole("opentelemetry.ts"));
  expect(imports).toEqual(["@opentelemetry/api"]);
  expect(code).not.toContain("AbortController");
});

test("who does not import the limits has no byte of them", async () => {
  const { code } = await bundle(
    `import { ApiError } from "${path("index.ts")}"; console.log(ApiError);`,
  );
  expect(code).not.toMatch(/concurrency|rateLimit/);
});

test.each(["concurrency", "rateLimit"])(
  "%s is small, and comes without the client",
  async (name) => {
    const { code, imports } = await bundle(
      `import { ${name} } from "${path("index.ts")}"; console.log(${name});`,
    );
    expect(imports).toEqual([]);
    expect(code).toContain(name);
    expect(code.length).toBeLessThan(3_000);
  },
);
