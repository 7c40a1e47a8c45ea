import ts from "typescript";
import type { Literals } from "./literals.ts";

/**
 * Calls through the client underneath, which takes paths.
 *
 * @param symbol the interface of all paths; without it there are no such calls.
 */
export function rawCalls(
  symbol: ts.Symbol | undefined,
  checker: ts.TypeChecker,
  literals: Literals,
): string[] {
  if (!symbol) return [];
  const paths = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  return paths.flatMap((path, at) =>
    checker.getPropertiesOfType(checker.getTypeOfSymbol(path)).flatMap((method) => {
      const type = present(method);
      if (method.name === "parameters" || type.flags & ts.TypeFlags.Never) return [];
      const init = inputOf(type);
      if (init === undefined) return [];
      const called = `client.raw.${method.name.toUpperCase()}(${JSON.stringify(path.name)}, ${init})`;
      return [`export const raw${at}${method.name} = () => ${called};\n`];
    }),
  );

  function inputOf(operation: ts.Type): string | undefined {
    const parameters = operation.getProperty("parameters");
    const params =
      parameters && literals.write(present(parameters), { fields: "required", turn: 0 });
    const body = operation.getProperty("requestBody");
    if (!body || present(body).flags & ts.TypeFlags.Never) return `{ params: ${params ?? "{}"} }`;
    const content = present(body).getProperty("content");
    const [first] = content ? checker.getPropertiesOfType(checker.getTypeOfSymbol(content)) : [];
    const value = first && literals.write(present(first), { fields: "all", turn: 0 });
    return value === undefined ? undefined : `{ params: ${params ?? "{}"}, body: ${value} }`;
  }

  function present(symbol: ts.Symbol): ts.Type {
    return checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  }
}
