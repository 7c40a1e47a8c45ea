import { expect, test } from "vitest";
import { reportClient } from "../src/report-client.ts";

const slots = (...rates: number[]) => rates.map((rate) => ({ rate, cpu: 150 }));

/** The cells of the table under a heading. */
function cellsUnder(sections: readonly string[], heading: string): string[][] {
  const lines = (sections[sections.indexOf(heading) + 1] ?? "").trim().split("\n").slice(2);
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const rounds = {
  "fetch, with a deadline": slots(900, 95, 1000),
  "fetch, with a deadline, again": slots(1100, 105, 1000),
  "clientgen, getCustomer(client)": slots(960, 96, 940),
  "clientgen, client.getCustomer()": slots(940, 94, 960),
  "plaid, the official package": slots(750, 80, 800),
};

test("compares each round's calls with the mean of that round's two plain fetches", () => {
  const sections = reportClient({ calls: { sequential: rounds, concurrent: rounds } });
  expect(cellsUnder(sections, "### Calls on loopback, one after the other").slice(2)).toEqual([
    ["clientgen, getCustomer(client)", "0.960 × (0.950–0.960)", "1.200 ×", "940", "150"],
    ["clientgen, client.getCustomer()", "0.940 × (0.940–0.950)", "1.200 ×", "940", "150"],
    ["plaid, the official package", "0.800 × (0.775–0.800)", "1.000 ×", "750", "150"],
  ]);
  expect(sections).toContain("### Calls on loopback, 64 in flight");
});

test("tells which targets were met", () => {
  const size = (brotli: number) => ({ brotli, gzipped: 1, minified: 1 });
  const sections = reportClient({
    calls: { sequential: rounds, concurrent: { ...rounds } },
    imports: {
      "clientgen, the customer client": [11, 9, 12],
      "plaid, the official package": [100, 100, 100],
    },
    sizes: {
      "clientgen, getCustomer(client)": {
        esbuild: size(5001),
        "esbuild, for Node": size(5000),
        rolldown: size(4999),
      },
    },
  });
  const cells = cellsUnder(sections, "### Targets");
  expect(cells.filter(([name]) => !name?.includes("concurrent"))).toEqual([
    ["clientgen, getCustomer(client), sequential, to fetch", "≥ 0.95", "0.960 ×", "yes"],
    ["clientgen, getCustomer(client), sequential, to plaid", "≥ 1.20", "1.200 ×", "yes"],
    ["clientgen, client.getCustomer(), sequential, to fetch", "≥ 0.95", "0.940 ×", "no"],
    ["clientgen, client.getCustomer(), sequential, to plaid", "≥ 1.20", "1.200 ×", "yes"],
    ["clientgen, the customer client, import to plaid's", "≤ 0.10", "0.110 ×", "no"],
    ["clientgen, getCustomer(client), brotli bytes, esbuild", "≤ 5,000", "5,001", "no"],
    ["clientgen, getCustomer(client), brotli bytes, esbuild, for Node", "≤ 5,000", "5,000", "yes"],
    ["clientgen, getCustomer(client), brotli bytes, rolldown", "≤ 5,000", "4,999", "yes"],
  ]);
  expect(cells).toHaveLength(12);
});

test("says nothing of what was not measured", () => {
  expect(reportClient({})).toEqual([]);
});
