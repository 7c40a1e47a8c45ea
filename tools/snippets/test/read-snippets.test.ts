import { expect, test } from "vitest";
import { readSnippets } from "../src/read-snippets.ts";

const text = `# Title

\`\`\`ts
first();
\`\`\`

<!-- given: const a: string;
const b: string; -->
<!-- snippet: second -->

- A list:
  \`\`\`ts
  second(
    a,
  );
  \`\`\`

\`\`\`md
<!-- given: const c: string; -->
\`\`\`

<!-- given: -->

\`\`\`ts
third();
\`\`\`
`;

test("a document's snippets have their place, what is given, and a name", () => {
  expect(readSnippets("docs/x.md", text)).toEqual([
    { file: "docs/x.md", line: 4, code: "first();\n", given: "" },
    {
      file: "docs/x.md",
      line: 13,
      code: "second(\n  a,\n);\n",
      given: "const a: string;\nconst b: string;",
      name: "second",
    },
    { file: "docs/x.md", line: 25, code: "third();\n", given: "" },
  ]);
});
