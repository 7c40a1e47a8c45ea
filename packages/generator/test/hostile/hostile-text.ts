import * as fc from "fast-check";

/** A function that no generated file may call, name or declare by itself. */
const CANARY = "evil";

/** Texts that break out of one sink or another: comments, strings, templates, keys, paths, prototypes. */
const BREAKOUTS = [
  `*/ ${CANARY}(); /*`,
  `*\\/ ${CANARY}(); /*`,
  `\\u002a\\u002f ${CANARY}(); \\u002f\\u002a`,
  `\\x2a/ ${CANARY}()`,
  `* / ${CANARY}()`,
  `*\u200b/`,
  `/** ${CANARY} */`,
  `// ${CANARY}()`,
  `<!-- ${CANARY}() -->`,
  `-->\n${CANARY}()`,
  `<!-- /clientgen -->\n${CANARY}()`,
  `"; ${CANARY}(); "`,
  `'; ${CANARY}(); '`,
  `\\"; ${CANARY}(); //`,
  `\`; ${CANARY}(); \``,
  `\${${CANARY}()}`,
  `$\{process.exit(1)}`,
  `{@link ${CANARY}} {@inheritDoc ${CANARY}}`,
  `@deprecated ${CANARY}`,
  `first\n@throws ${CANARY}\n@type {${CANARY}}`,
  `\`\`\`\n*/ ${CANARY}()\n\`\`\``,
  `\n${CANARY}();\n`,
  `\r${CANARY}();\r`,
  `\u2028${CANARY}();\u2029`,
  `\u0085${CANARY}();`,
  `\u001b[31m${CANARY}\u0007`,
  `\u202e${CANARY}\u2066`,
  `\u0001\u0000`.replace("\u0000", ""),
  `]: ${CANARY}; [`,
  `"]["${CANARY}`,
  `>; export const ${CANARY} = 1; type X = <`,
  `}; export const ${CANARY} = 1; interface X {`,
  `); ${CANARY}((`,
  `../../../${CANARY}`,
  `..\\..\\${CANARY}`,
  `/etc/${CANARY}`,
  `C:\\${CANARY}`,
  `file:///${CANARY}`,
  `%2e%2e%2f${CANARY}`,
  `con`,
  `nul.ts`,
  `index`,
  `client`,
  `a/b`,
  `a~1b~0c`,
  `#/components/schemas/${CANARY}`,
  `$ref`,
  `__proto__`,
  `constructor`,
  `prototype`,
  `valueOf`,
  `toString`,
  `hasOwnProperty`,
  `then`,
  `default`,
  `class`,
  `await`,
  `any`,
  `string`,
  `Promise`,
  `Record`,
  `import`,
  `doc:0`,
  `doc:1`,
  `0`,
  `01`,
  `1e3`,
  `-1`,
  `true`,
  `null`,
  `undefined`,
  `NaN`,
  ` `,
  `\t`,
  `.`,
  `..`,
  `$`,
  `$&`,
  `$1`,
  `_`,
  `é`,
  `日本`,
  `😀`,
  `\ud83d`,
  `x${"y".repeat(300)}`,
  `|pipe| \`tick\``,
  `line one\\\nline two`,
];

/** Text that a document may hold where any text may stand; never empty. */
export function hostileText(): fc.Arbitrary<string> {
  const breakout = fc.constantFrom(...BREAKOUTS);
  return fc.oneof(
    { weight: 6, arbitrary: breakout },
    { weight: 2, arbitrary: fc.tuple(breakout, breakout).map(([a, b]) => a + b) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }) },
  );
}

/** Different texts, some of which differ in nothing but capitals and separators. */
export function hostileNames(count: { min: number; max: number }): fc.Arbitrary<string[]> {
  const variant = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => `${text}_`,
    (text: string) => `-${text}`,
    (text: string) => text.replaceAll(" ", "."),
  );
  const name = fc
    .tuple(fc.oneof(hostileText(), fc.constantFrom("fooBar", "foo_bar", "Foo.Bar")), variant)
    .map(([text, change]) => change(text))
    .filter((text) => text !== "");
  return fc.uniqueArray(name, { minLength: count.min, maxLength: count.max });
}
