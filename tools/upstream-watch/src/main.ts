// `pnpm upstream:watch`: compares the documents of spec/ with the published one.
import { run } from "./run.ts";

try {
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => console.log(text),
    error: (text) => console.error(text),
  });
} catch (error) {
  console.error(error);
  process.exitCode = 3;
}
