/** Words that can't name a function, a type or a constant in a module (ECMA-262 12.7.2, TypeScript's own types). */
const RESERVED_WORDS = new Set(
  (
    "any arguments as async await bigint boolean break case catch class const continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get " +
    "if implements import in infer instanceof interface is keyof let module namespace never new " +
    "null number object of package private protected public readonly require return satisfies " +
    "set static string super switch symbol this throw true try type typeof undefined unique " +
    "unknown using var void while with yield"
  ).split(" "),
);

/** Whether `name` can be declared as it stands. ASCII only, so that it reads the same everywhere. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !RESERVED_WORDS.has(name);
}

function words(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `find pets/{id}` becomes `FindPetsId`; `""` where no letter or digit is left. */
export function pascalCase(text: string): string {
  return afterDigit(words(text).map(capitalise).join(""));
}

/** `Find pets/{id}` becomes `findPetsId`. */
export function camelCase(text: string): string {
  const [first = "", ...others] = words(text);
  const start = first.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
  return afterDigit(start + others.map(capitalise).join(""));
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** No identifier begins with a digit. */
function afterDigit(name: string): string {
  return /^\d/.test(name) ? `_${name}` : name;
}

/** Whether two names differ in nothing but punctuation and capitals: `Invoices.List`, `invoicesList`. */
export function sameWords(a: string, b: string): boolean {
  const fold = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  return fold(a) === fold(b);
}

/** `updateCustomer` becomes `update-customer`, for file names. */
export function kebabCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
}
