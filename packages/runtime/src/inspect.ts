/** Under this name Node's `inspect` finds a function that shows an object. */
export const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
