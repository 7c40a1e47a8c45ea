/** What `--help` prints. */
export const HELP = `clientgen: an OpenAPI document becomes a typed client.

Usage:
  clientgen generate [SPEC] [--out DIR] [--include GLOB] [--format NAME] [--check | --watch]
                     [--force] [--json] [READING]
  clientgen init SPEC --name PACKAGE [--out DIR] [READING]

  SPEC             an OpenAPI 3 or Swagger 2.0 document, YAML or JSON: a file or an https
                   URL. Without it: every client of the nearest clientgen.config.json
  --out DIR        where the .ts files go; default: as the configuration says for SPEC
  --include GLOB   only operations whose operationId or path matches; may be repeated
  --format NAME    auto, prettier, oxfmt or none; auto, the default, is prettier where the
                   output's folder has settings for it, else oxfmt
  --check          write nothing; exit code 1 if a file would change
  --force          do all of it, even if nothing has changed since the last run
  --watch          generate again whenever a file of the document changes
  --json           one JSON object for programs: files, operations, schemas, warnings, ms
  --name PACKAGE   name of the npm package that init makes, ready to install and build
  --help, --version

READING, how SPEC is read:
  --header LINE    "Name: value" for fetching SPEC, sent to its origin alone; may be repeated
  --timeout SECONDS
                   how long fetching a document may take; default: 30
  --allow-external
                   lets references leave SPEC's folder or origin, and reach private addresses
  --lenient        mends what is wrong in SPEC where that is possible, with warnings: a
                   reference that leads nowhere becomes unknown

Exit codes: 0 done, 1 --check found drift, 2 the document or the options are wrong, 3 a fault of clientgen.
`;
