/** The dependency rule of docs/architecture.md, held by `npm run check`. */
const STAGES = "article|segment|attribution|speaker|time|statement";

/** A stage knows schema and its own folder. */
const stageRules = STAGES.split("|").map((stage) => ({
  name: `${stage}-knows-only-schema`,
  comment: "a stage knows schema and helpers of its own, never another stage",
  severity: "error",
  from: { path: `^src/${stage}/` },
  to: { path: "^src/", pathNot: `^src/(schema|${stage})/` },
}));

module.exports = {
  forbidden: [
    ...stageRules,
    {
      name: "schema-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^src/schema/" },
      to: { path: "^src/", pathNot: "^src/schema/" },
    },
    {
      name: "readers-know-only-schema",
      comment: "check compares exchanged types",
      severity: "error",
      from: { path: "^src/check/" },
      to: { path: "^src/", pathNot: "^src/(schema|check)/" },
    },
    {
      name: "store-knows-only-schema",
      severity: "error",
      from: { path: "^src/store/" },
      to: { path: "^src/", pathNot: "^src/(schema|store)/" },
    },
    {
      name: "only-one-file-knows-the-driver",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/store/sqlite\\.ts$" },
      to: { path: "node_modules/better-sqlite3" },
    },
    {
      name: "readers-know-schema-and-store",
      comment: "search reads the record's database",
      severity: "error",
      from: { path: "^src/search/" },
      to: { path: "^src/", pathNot: "^src/(schema|store|search)/" },
    },
    {
      name: "writers-know-only-schema",
      comment: "export and eval are functions of exchanged types",
      severity: "error",
      from: { path: "^src/(export|eval)/" },
      to: { path: "^src/", pathNot: "^src/(schema|export|eval)/" },
    },
    {
      name: "importers-know-only-schema",
      comment: "import makes exchanged types of others' annotations",
      severity: "error",
      from: { path: "^src/import/" },
      to: { path: "^src/", pathNot: "^src/(schema|import)/" },
    },
    {
      name: "surfaces-know-only-the-public-api",
      severity: "error",
      from: { path: "^src/(cli|http|mcp)/" },
      to: { path: "^src/", pathNot: "^src/((cli|http|mcp)/|(index|version)\\.ts$)" },
    },
    {
      name: "only-the-pipeline-orders-stages",
      severity: "error",
      from: { path: "^src/[^/]+\\.ts$", pathNot: "^src/(pipeline|across|index)\\.ts$" },
      to: { path: "^src/(segment|attribution|speaker|time|statement)/" },
    },
    {
      name: "the-engine-runs-in-a-browser",
      comment: "everything up to statement/ runs without Node's own modules; files and the network have folders of their own",
      severity: "error",
      from: { path: `^src/(schema|pipeline\\.ts|${STAGES})`, pathNot: "^src/article/(files|fetch)/" },
      to: { dependencyTypes: ["core"] },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    { name: "not-to-test", severity: "error", from: { path: "^src/" }, to: { path: "^(test|bench|training|scripts)/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".json"] },
  },
};
