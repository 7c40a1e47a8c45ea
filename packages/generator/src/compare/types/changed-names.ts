import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Both, Version } from "./client-types.js";
import { tokensOf } from "./same-code.js";

/** What is declared by one name. */
interface Declared {
  text: string;
  /** Names of types that it refers to, and of members that it has. */
  readonly words: Set<string>;
}

/** Which names stand for something else than before. */
export interface ChangedNames {
  /** Those whose own declaration says something else. */
  readonly own: ReadonlySet<string>;
  /** Those, and all that refer to one of them. */
  readonly all: ReadonlySet<string>;
}

/**
 * The names that are not the same in both versions: of types, and in files of declarations of everything. Comments and layout do
 * not count.
 */
export function changedNames(files: Both<readonly ts.SourceFile[]>): ChangedNames {
  const declared = { old: declaredIn(files.old), now: declaredIn(files.now) };
  const own = new Set<string>();
  for (const name of new Set([...declared.old.keys(), ...declared.now.keys()])) {
    if (!areSame(declared.old.get(name), declared.now.get(name))) own.add(name);
  }
  const users = new Map<string, string[]>();
  for (const version of ["old", "now"] satisfies Version[]) {
    for (const [name, { words }] of declared[version]) {
      for (const word of words) {
        const known = users.get(word);
        if (known) known.push(name);
        else users.set(word, [name]);
      }
    }
  }
  const all = new Set(own);
  // A set gives what is added to it on the way, too.
  for (const name of all) for (const user of users.get(name) ?? []) all.add(user);
  return { own, all };
}

function declaredIn(files: readonly ts.SourceFile[]): ReadonlyMap<string, Declared> {
  const all = new Map<string, Declared>();
  for (const file of files) {
    for (const statement of file.statements) {
      for (const name of declaredNames(statement, file.isDeclarationFile)) {
        const declared = all.get(name) ?? { text: "", words: new Set() };
        all.set(name, declared);
        declared.text += `${statement.getText(file)}\n`;
        addWords(statement, declared.words);
      }
    }
  }
  return all;
}

/**
 * The names that a statement declares.
 *
 * @param all of values, too, and not of types alone.
 */
export function declaredNames(statement: ts.Statement, all: boolean): string[] {
  if (compiler.isTypeAliasDeclaration(statement) || compiler.isInterfaceDeclaration(statement)) {
    return [statement.name.text];
  }
  if (!all) return [];
  if (compiler.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      compiler.isIdentifier(name) ? [name.text] : [],
    );
  }
  const isNamed =
    compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) ||
    compiler.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function addWords(statement: ts.Statement, words: Set<string>): void {
  const visit = (node: ts.Node): void => {
    if (compiler.isIdentifier(node) || compiler.isStringLiteral(node)) words.add(node.text);
    compiler.forEachChild(node, visit);
  };
  visit(statement);
}

function areSame(old: Declared | undefined, now: Declared | undefined): boolean {
  if (!old || !now) return false;
  return old.text === now.text || tokensOf(old.text) === tokensOf(now.text);
}
