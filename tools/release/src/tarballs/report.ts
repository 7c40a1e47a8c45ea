import type { Tarball } from "./read-tarball.ts";

/** Where a package keeps what its tarball holds, from its folder. */
export const REPORT = "api/tarball.md";

/** How far sizes may be from those that are written down, as a part: gzip differs, and not every edit is news. */
const TOLERANCE = 0.05;

/** Bytes, as people read them. */
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** What is written down of a tarball. */
export function makeReport(name: string, { files, packed, unpacked }: Tarball): string {
  return `# What the tarball of ${name} holds

\`pnpm tarballs\` writes this file, \`npm test\` compares: the files exactly, the sizes to ${TOLERANCE * 100} %.

- packed: ${kilobytes(packed)}
- unpacked: ${kilobytes(unpacked)}
- files: ${files.length}

\`\`\`
${files.join("\n")}
\`\`\`
`;
}

/** The files that a report lists. */
export function listedFiles(report: string): readonly string[] {
  return /```\n([\s\S]*?)```/.exec(report)?.[1]?.trim().split("\n") ?? [];
}

/**
 * Compares a tarball with what is written down of it.
 *
 * @returns A line for each difference.
 */
export function compareWithReport(
  report: string,
  { files, packed, unpacked }: Tarball,
): readonly string[] {
  const listed = listedFiles(report);
  const size = (label: string, bytes: number) => {
    const written = Number(new RegExp(`^- ${label}: ([\\d.]+) kB$`, "m").exec(report)?.[1]) * 1000;
    return Math.abs(bytes - written) <= written * TOLERANCE
      ? []
      : [`${label}: ${kilobytes(bytes)}, where ${kilobytes(written)} is written down`];
  };
  return [
    ...files.filter((file) => !listed.includes(file)).map((file) => `${file} is new`),
    ...listed.filter((file) => !files.includes(file)).map((file) => `${file} is gone`),
    ...size("packed", packed),
    ...size("unpacked", unpacked),
  ];
}
