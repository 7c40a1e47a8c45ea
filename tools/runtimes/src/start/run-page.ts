import { chromium } from "playwright-core";
import { startPageServer } from "../server/suite-server.ts";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Opens a page with a script in Chromium, in a profile of its own, and keeps it open until `done` is over.
 *
 * @param limit Milliseconds.
 * @returns Chromium's version.
 */
export async function runPage(
  executablePath: string,
  script: string,
  done: Promise<unknown>,
  limit: number,
): Promise<string> {
  const page = await startPageServer(script);
  try {
    const browser = await chromium.launch({ executablePath, args: ARGS, timeout: limit });
    try {
      const tab = await browser.newPage();
      const broken = new Promise<never>((_, reject) => {
        tab.on("pageerror", reject);
        tab.on("crash", () => reject(new Error("The page crashed.")));
      });
      await tab.goto(page.url, { timeout: limit });
      await Promise.race([done, broken, late(limit)]);
      return browser.version();
    } finally {
      await browser.close();
    }
  } finally {
    await page.close();
  }
}

function late(limit: number): Promise<never> {
  return new Promise((_, reject) => {
    const problem = new Error(`The page was not done within ${limit} ms.`);
    setTimeout(() => reject(problem), limit).unref();
  });
}
