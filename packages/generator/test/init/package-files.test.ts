import { expect, test } from "vitest";
import { packageFiles } from "../../src/init/package-files.js";

/** The script that generates a package from that document. */
function scriptFor(spec: string): unknown {
  const options = { name: "pets", title: "Pets", spec, example: undefined, ownConfig: true };
  const { scripts } = JSON.parse(packageFiles(options).get("package.json") ?? "") as {
    scripts: Record<string, unknown>;
  };
  expect(scripts["generate:check"]).toBe(`${String(scripts["generate"])} --check`);
  return scripts["generate"];
}

test.each([
  ["../spec/api.yaml", "clientgen generate ../spec/api.yaml"],
  ["../my spec/api.yaml", 'clientgen generate "../my spec/api.yaml"'],
  ["https://a.example/api?a=1&b=2", 'clientgen generate "https://a.example/api?a=1&b=2"'],
])("%s is named in the script", (spec, script) => {
  expect(scriptFor(spec)).toBe(script);
});

test.each(["$(evil).yaml", "`evil`.yaml", 'a";evil;".yaml', "a\\.yaml", "!!.yaml", "-x", "a\nb"])(
  "%j is left to the configuration, for a shell would read more in it",
  (spec) => {
    expect(scriptFor(spec)).toBe("clientgen generate");
  },
);
