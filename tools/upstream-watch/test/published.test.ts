import { expect, test } from "vitest";
import { spawnMain } from "./support/run-main.ts";

test("our documents differ from the published one in nothing but what is explained", async ({
  skip,
}) => {
  const upstream = process.env["UPSTREAM_DOCUMENT"] ?? "";
  skip(upstream === "", "UPSTREAM_DOCUMENT names no published document");
  const { code, out, error } = await spawnMain(upstream);
  expect({ code, error }, out).toEqual({ code: 0, error: "" });
});
