/** Does something with another working folder, as a command does that is run there. */
export async function inFolder<T>(folder: string, task: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await task();
  } finally {
    process.chdir(before);
  }
}
