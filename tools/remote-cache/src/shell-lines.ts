/** What to type in a POSIX shell and in PowerShell for variables to be set. */
export function shellLines(variables: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(variables);
  return [
    "In a POSIX shell:",
    ...entries.map(
      ([name, value]) => `  export ${name}='${value.replaceAll("'", String.raw`'\''`)}'`,
    ),
    "",
    "In PowerShell:",
    ...entries.map(([name, value]) => `  $env:${name} = '${value.replaceAll("'", "''")}'`),
  ];
}
