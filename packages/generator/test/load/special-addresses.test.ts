import { expect, test } from "vitest";
import { isLoopback, isSpecial } from "../../src/load/special-addresses.js";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.31.255.255",
  "192.168.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::a00:1",
  "2002:a00:1::",
  "fd00::1",
  "fe80::1",
  "fec0::1",
  "ff02::1",
])("%s is no public address", (address) => {
  expect(isSpecial(address)).toBe(true);
});

test.each(["1.1.1.1", "172.32.0.1", "192.167.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])(
  "%s is a public address",
  (address) => {
    expect(isSpecial(address)).toBe(false);
  },
);

test("tells this machine from others", () => {
  expect(["127.9.9.9", "::1", "::ffff:127.0.0.1"].map(isLoopback)).toEqual([true, true, true]);
  expect(["10.0.0.1", "::2", "128.0.0.1"].map(isLoopback)).toEqual([false, false, false]);
});
