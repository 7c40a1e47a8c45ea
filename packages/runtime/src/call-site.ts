const heading = "\n    called from";

/**
 * Remembers where a call starts. V8 keeps ten frames of a stack, and those of an error that comes later are the client's own.
 * Nothing is formatted yet: that takes much longer than remembering.
 *
 * @param from The function that the caller called. It and what it called are left out.
 * @returns Adds the frames to the stack of an error, and scrubs it: names of functions and modules can be anything. It adds
 *   none where the engine can't leave frames out, or writes them in another way than V8.
 */
export function callSite(from: unknown): (error: Error, scrub: (text: string) => string) => void {
  const site: { stack?: unknown } = {};
  (Error as { captureStackTrace?: (target: object, from: unknown) => void }).captureStackTrace?.(
    site,
    from,
  );
  return (error, scrub) => {
    try {
      const { stack } = error;
      const frames = /\n {4}at [^]*/.exec(site.stack as string)?.[0];
      // Middleware may throw one error again and again.
      if (stack && frames && !stack.includes(heading))
        error.stack = scrub(stack + heading + frames);
    } catch {
      // `Error.prepareStackTrace` is the caller's to replace, and may throw or give anything.
    }
  };
}
