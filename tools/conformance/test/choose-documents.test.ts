import { expect, test } from "vitest";
import { chooseDocuments, sha256 } from "../src/choose-documents.ts";

const files = Array.from({ length: 50 }, (_, index) => ({
  path: `host-${index}.json`,
  size: (index * 7) % 50,
}));

test("takes the largest, then those of the lowest hash, each once", () => {
  const chosen = chooseDocuments(files, 3, 10);
  expect(chosen.slice(0, 3).map(({ size }) => size)).toEqual([49, 48, 47]);
  const hashes = chosen.slice(3).map(({ path }) => sha256(path));
  expect(hashes).toEqual([...hashes].sort());
  const others = files.filter((file) => !chosen.includes(file));
  expect(others).toHaveLength(37);
  expect(others.every(({ path }) => sha256(path) > (hashes.at(-1) ?? ""))).toBe(true);
});

test("takes the same in whatever order the disk lists them", () => {
  expect(chooseDocuments(files.toReversed(), 3, 10)).toEqual(chooseDocuments(files, 3, 10));
});
