/** The order of the modules, left to right: each may enter those before it by their index (ARCHITECTURE.md). */
const order = [
  'accounts',
  'audit',
  'consent',
  'people',
  'files',
  'selection',
  'linkage',
  'pool',
  'messages',
  'intake',
  'freshness',
  'credits',
  'relay',
  'matching',
  'introductions',
  'disputes',
  'impact',
  'portal',
  'automations',
  'insights',
]
const module_ = (name) => `^src/server/modules/${name}/`
const test = '(\\.test|/testing)\\.tsx?$'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contract-is-a-leaf',
      severity: 'error',
      from: { path: '^src/contract', pathNot: test },
      to: { path: '^src/(?!contract)' },
    },
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^src/engines', pathNot: test },
      to: { path: '^(src/(?!engines)|node:(fs|net|http|https|child_process|dns|worker_threads))' },
    },
    {
      name: 'browser-sees-only-contract-and-ui',
      severity: 'error',
      from: { path: '^src/(console|operator|program|ui|portal/script)' },
      to: { path: '^src/(server|engines|cli|portal/(?!script))' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^src/ui', pathNot: test },
      to: { path: '^src/(?!ui)|node_modules/@tanstack/react-(router|query)/' },
    },
    {
      name: 'programs-know-not-each-other',
      severity: 'error',
      from: { path: '^src/(console|operator)/' },
      to: { path: '^src/(console|operator)/', pathNot: '^src/$1/' },
    },
    {
      name: 'program-serves-both-programs',
      severity: 'error',
      from: { path: '^src/program', pathNot: test },
      to: { path: '^src/(console|operator)/' },
    },
    {
      name: 'portal-pages-are-pure',
      severity: 'error',
      from: { path: '^src/portal', pathNot: test },
      to: { path: '^src/server' },
    },
    {
      name: 'kernel-knows-no-module',
      severity: 'error',
      from: { path: '^src/server/kernel', pathNot: test },
      to: { path: '^src/server/(modules|app)' },
    },
    {
      name: 'enter-a-module-by-its-index',
      severity: 'error',
      from: { path: '^src/server/modules/([^/]+)/', pathNot: test },
      to: { path: '^src/server/modules/([^/]+)/(?!index\\.ts$)', pathNot: '^src/server/modules/$1/' },
    },
    {
      name: 'enter-modules-from-outside-by-index',
      severity: 'error',
      from: { path: '^src/(server/(?!modules)|cli)', pathNot: test },
      to: { path: '^src/server/modules/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      from: { path: '^src/server/modules', pathNot: '((store|reports)[^/]*|\\.test|/testing)\\.ts$' },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'product-code-is-not-test-code',
      severity: 'error',
      from: { path: '^src', pathNot: test },
      to: { path: '^tests|/testing\\.ts$|\\.test\\.tsx?$' },
    },
    ...order.map((name, at) => ({
      name: `${name}-looks-only-left`,
      severity: 'error',
      from: { path: module_(name), pathNot: test },
      to: { path: module_(`(${order.slice(at + 1).join('|') || 'none'})`) },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.server.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.gen\\.ts$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
