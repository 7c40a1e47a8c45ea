import picomatch from "picomatch";

/** Whether to keep an operation or a webhook, by its `operationId` or what stands for it, and its path or name. */
export type OperationFilter = (operation: {
  readonly id: string;
  readonly path: string;
}) => boolean;

/** The filter that `--include` asks for; `undefined` without any glob: then all are kept. */
export function operationFilter(globs: readonly string[]): OperationFilter | undefined {
  if (globs.length === 0) return undefined;
  const matches = picomatch([...globs]);
  return ({ id, path }) => matches(id) || matches(path);
}
