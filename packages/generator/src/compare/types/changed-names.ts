import type ts from "typescript";
import { compiler } from "../../emit/compiler.js";
import type { Both, Version } from "./client-types.js";
import { tokensOf } from "./same-code.js";

/** A declared type: what it says, and what it refers to. */
interface Declared {
  readonly statement: ts.Statement;
  readonly file: ts.SourceFile;
  /** Names of types that it refers to, and of members that it has. */
  readonly words: ReadonlySet<string>;
}

/**
 * The names of types that are not the same in both versions, or refer to one that is not. Comments and layout do not count.
 */
export function changedNames(files: Both<readonly ts.SourceFile[]>): ReadonlySet<string> {
  const declared = { old: declaredIn(files.old), now: declaredIn(files.now) };
  const changed = new Set<string>();
  for (const name of new Set([...declared.old.keys(), ...declared.now.keys()])) {
    if (!areSame(declared.old.get(name), declared.now.get(name))) changed.add(name);
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
  // A set gives what is added to it on the way, too.
  for (const name of changed) for (const user of users.get(name) ?? []) changed.add(user);
  return changed;
}

function declaredIn(files: readonly ts.SourceFile[]): ReadonlyMap<string, Declared> {
  const all = new Map<string, Declared>();
  for (const file of files) {
    for (const statement of file.statements) {
      const isType =
        compiler.isTypeAliasDeclaration(statement) || compiler.isInterfaceDeclaration(statement);
      if (isType) all.set(statement.name.text, { statement, file, words: wordsOf(statement) });
    }
  }
  return all;
}

function wordsOf(statement: ts.Statement): Set<string> {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (compiler.isIdentifier(node) || compiler.isStringLiteral(node)) words.add(node.text);
    compiler.forEachChild(node, visit);
  };
  visit(statement);
  return words;
}

function areSame(old: Declared | undefined, now: Declared | undefined): boolean {
  if (!old || !now) return false;
  const before = old.statement.getText(old.file);
  const after = now.statement.getText(now.file);
  return before === after || tokensOf(before) === tokensOf(after);
}
