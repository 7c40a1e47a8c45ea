/**
 * Lets some tasks run at once, and the others wait for their turn.
 *
 * @param count how many.
 * @returns starts a task when it is its turn, and gives what comes of it.
 */
export function atMost(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  // An index, for to take the first of a long list away moves all others.
  let next = 0;
  let free = count;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const start = waiting[next];
      next += 1;
      if (start) start();
      else {
        free += 1;
        next = waiting.length;
      }
    }
  };
}
