import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Location } from "../../problem.js";
import { declaredNames } from "../types/changed-names.js";
import type { Place, PlaceFinder } from "../types/places.js";

/** Finds what is declared in an API report. */
export class ReportPlaces implements PlaceFinder {
  readonly #file: ts.SourceFile | undefined;
  readonly #shown: string;
  readonly #linesBefore: number;
  readonly #declared = new Map<string, ts.Statement>();

  /** @param linesBefore how many lines of the report stand before the declarations. */
  constructor(file: ts.SourceFile | undefined, shown: string, linesBefore: number) {
    this.#file = file;
    this.#shown = shown;
    this.#linesBefore = linesBefore;
    for (const statement of file?.statements ?? []) {
      for (const name of namesOf(statement)) this.#declared.set(name, statement);
    }
  }

  ofType(name: string | undefined): Place | undefined {
    const statement = name === undefined ? undefined : this.#declared.get(name);
    return statement && placeOf(statement);
  }

  /** A member that is declared elsewhere is told of what leads there. */
  member(
    place: Place | null | undefined,
    name: string,
    member: ts.Symbol | undefined,
  ): Place | undefined {
    const declaration = member?.declarations?.[0];
    if (declaration && declaration.getSourceFile() === this.#file) return placeOf(declaration);
    const around = place?.schema as ts.Node | undefined;
    let found: ts.Node | undefined;
    const visit = (node: ts.Node): void => {
      if (found) return;
      const named =
        compiler.isTypeElement(node) || compiler.isClassElement(node) ? node.name : undefined;
      if (named && "text" in named && named.text === name) found = node;
      else compiler.forEachChild(node, visit);
    };
    if (around) visit(around);
    return found ? placeOf(found) : (place ?? undefined);
  }

  inside(place: Place | null | undefined): Place | undefined {
    return place ?? undefined;
  }

  values(place: Place | null | undefined): Place | null | undefined {
    return place;
  }

  locate(place: Place | null | undefined): Location | undefined {
    const node = place?.schema as ts.Node | undefined;
    if (!node || !this.#file) return undefined;
    const { line, character } = this.#file.getLineAndCharacterOfPosition(node.getStart(this.#file));
    return { file: this.#shown, line: this.#linesBefore + line + 1, column: character + 1 };
  }
}

function placeOf(node: ts.Node): Place {
  return { holder: node, schema: node };
}

/** The names that a statement declares, or gives to the outside. */
function namesOf(statement: ts.Statement): string[] {
  if (!compiler.isExportDeclaration(statement)) return declaredNames(statement, true);
  const { exportClause } = statement;
  if (!exportClause || !compiler.isNamedExports(exportClause)) return [];
  return exportClause.elements.map(({ name }) => name.text);
}
