// Run in a fresh process: tells how many milliseconds one import takes, the process's own start not counted.
const [specifier] = process.argv.slice(2);
const start = performance.now();
await import(specifier);
process.stdout.write(String(performance.now() - start));
