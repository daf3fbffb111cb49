/**
 * Who may know whom (docs/adr/0005-boundaries-by-dependency-cruiser.md). Each rule has a planted
 * violation in tools/canaries/boundaries.ts that fails the tests when the rule stops biting.
 */
const spec = '\\.(spec|e2e)\\.tsx?$';
const port = '^libs/(event-store|event-bus|read-store)/src/(index|port|decider|admission)\\.ts$';
const contracts = '^libs/contracts/';
const adapters = 'sqlite|log|kurrentdb|postgres|kafka|mongodb';
/** Copying a map of thousands of reservations for every event costs more than all else (docs/adr/0007). */
const persistentMaps = 'node_modules/immutable/';
/** Bounds how much goes on at once: no framework, no adapter. */
const semaphores = 'node_modules/async-mutex/';
const workspace = '^(libs|services|apps|benchmarks)/';
const nest = 'node_modules/(@nestjs|@fastify|fastify|rxjs|reflect-metadata)/';
const drivers = '^(node:)?sqlite$|node_modules/(better-sqlite3|sqlite3|kafkajs|mongodb|pg|@kurrent)/';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const betweenPackages = [
  rule(
    'service-knows-no-other-service',
    'A service learns from events; it never imports another service.',
    { path: '^services/([^/]+)/' },
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  rule(
    'app-uses-only-a-services-public-index',
    'Composition takes the public module of a service, nothing from inside it.',
    { path: '^(apps/platform|apps/simulation|benchmarks)/' },
    { path: '^services/', pathNot: '^services/[^/]+/src/index\\.ts$' },
  ),
  rule(
    'console-and-cli-speak-http',
    'The console and the command line use the HTTP API: no service, no store, no bus.',
    { path: '^apps/(console|cli)/' },
    { path: '^(services|libs)/', pathNot: '^libs/(client|contracts|connectors)/' },
  ),
  rule(
    'cluster-starts-programs',
    'The cluster on one machine starts the platform as it is built: no service, no store but to make its database, no bus.',
    { path: '^apps/cluster/' },
    { path: '^(services|libs)/', pathNot: '^libs/(testing/|event-store/src/postgres/)' },
  ),
  rule(
    'hostile-attacks-from-outside',
    'What attacks the platform starts it as it is built and speaks to its door: no service, no store, no bus.',
    { path: '^apps/hostile/' },
    { path: '^(services|libs)/', pathNot: '^libs/(contracts|testing)/' },
  ),
  rule(
    'nobody-imports-an-app',
    'Apps are started, not imported; only a benchmark or a simulation may take the public index of the platform.',
    { path: '^(libs|services|benchmarks|apps)/([^/]+)/' },
    { path: '^apps/', pathNot: ['^$1/$2/', '^apps/platform/src/index\\.ts$'] },
  ),
  rule(
    'nothing-below-imports-the-platform',
    'Libraries, services and the other apps do not know the composition.',
    { path: '^(libs|services|apps/console|apps/cli|apps/cluster|apps/hostile)/' },
    { path: '^apps/platform/' },
  ),
  rule(
    'client-stands-alone',
    'The client is given to others by itself: it takes nothing else of ours.',
    { path: '^libs/client/' },
    { path: workspace, pathNot: '^libs/client/' },
  ),
  rule(
    'simulated-time-stands-alone',
    'Virtual time and chance know nothing of what is simulated.',
    { path: '^libs/simulation/' },
    { path: workspace, pathNot: '^libs/simulation/' },
  ),
  rule(
    'library-knows-no-service',
    'Libraries are below the services.',
    { path: '^libs/' },
    { path: '^services/' },
  ),
];

const insideServices = [
  rule(
    'domain-is-pure',
    'Domain code knows its own folder, the contracts and the decider (ESLint limits the names it may take).',
    { path: '^services/([^/]+)/src/domain/', pathNot: spec },
    {
      pathNot: [
        '^services/$1/src/domain/',
        contracts,
        persistentMaps,
        '^libs/event-store/src/(decider|index)\\.ts$',
      ],
    },
  ),
  rule(
    'projections-are-pure',
    'A projection is a fold: its own folder, the contracts, the read-store port, the type of a recorded event.',
    { path: '^services/([^/]+)/src/projections/', pathNot: spec },
    {
      pathNot: [
        '^services/$1/src/projections/',
        contracts,
        '^libs/read-store/src/(port|index)\\.ts$',
        '^libs/event-store/src/(port|index)\\.ts$',
      ],
    },
  ),
  rule(
    'projections-take-only-types-from-the-event-store',
    'Types vanish when compiled; a value would be a dependency.',
    { path: '^services/[^/]+/src/projections/', pathNot: spec },
    { path: '^libs/event-store/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'pure-code-uses-no-node-module',
    'Time, ids, chance and I/O are handed in.',
    { path: '^services/[^/]+/src/(domain|projections)/', pathNot: spec },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'use-cases-know-domain-and-ports',
    'A use case loads, decides and appends through ports; no framework, no adapter, no edge.',
    { path: '^services/([^/]+)/src/use-cases/', pathNot: spec },
    {
      pathNot: ['^services/$1/src/(domain|projections|use-cases)/', contracts, port, semaphores],
      dependencyTypesNot: ['core'],
    },
  ),
  rule(
    'edge-knows-ports-not-adapters',
    'The edge and the wiring of a service take port packages; which adapter runs is chosen by the app.',
    { path: '^services/([^/]+)/src/(edge/|[^/]+$)', pathNot: spec },
    { path: '^libs/', pathNot: [contracts, port, '^libs/(http|connectors)/', '^libs/event-bus/src/nest/'] },
  ),
  rule(
    'service-has-four-folders',
    'Code of a service lives in domain, use-cases, projections or edge, or wires them at the root of src.',
    {
      path: '^services/[^/]+/src/[^/]+/',
      pathNot: '^services/[^/]+/src/(domain|use-cases|projections|edge)/',
    },
    {},
  ),
];

const insideLibraries = [
  rule(
    'contracts-know-nobody',
    'The published language stands alone.',
    { path: contracts, pathNot: spec },
    { path: workspace, pathNot: contracts },
  ),
  rule(
    'contracts-run-in-a-browser',
    'The console shares the contracts.',
    { path: contracts, pathNot: spec },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'port-knows-no-adapter',
    'A port is a promise: it knows the contracts and other ports, no adapter.',
    { path: '^libs/(event-store|event-bus|read-store)/src/[^/]+$', pathNot: spec },
    { path: workspace, pathNot: [contracts, port, '^libs/$1/src/[^/]+$'] },
  ),
  rule(
    'adapter-knows-its-port-and-its-driver',
    'An adapter knows its own port (a bus also the store it tails, and how messages are delivered) and its driver; no other adapter. Its simulation has the weather of the others.',
    { path: `^libs/([^/]+)/src/(${adapters})/`, pathNot: spec },
    {
      path: workspace,
      pathNot: [
        '^libs/$1/src/$2/',
        '^libs/$1/src/[^/]+$',
        '^libs/$1/src/delivery/',
        // Refused to all but simulations by test-support-only-in-specs.
        '^libs/event-store/src/simulated/',
        // What the two adapters of SQLite share.
        '^libs/sqlite/',
        contracts,
        port,
      ],
    },
  ),
  rule(
    'http-connectors-and-telemetry-stay-small',
    'The HTTP kit, the connectors and telemetry know the contracts; the HTTP kit also what a port may refuse, telemetry what it measures.',
    { path: '^libs/(http|connectors|telemetry)/', pathNot: spec },
    { path: workspace, pathNot: ['^libs/$1/', contracts, port] },
  ),
];

const everywhere = [
  rule(
    'nest-only-at-the-edge',
    'Nest and its web server appear in the edge and wiring of a service, the HTTP kit, telemetry (whose requests are measured), the bus transport and the platform.',
    {
      path: workspace,
      pathNot: [
        spec,
        '^services/[^/]+/src/(edge/|[^/]+$)',
        '^libs/(http|telemetry)/',
        '^libs/event-bus/src/nest/',
        '^apps/(platform|simulation)/',
        '^benchmarks/',
      ],
    },
    { path: nest },
  ),
  rule(
    'driver-only-in-its-adapter',
    'One place for each engine.',
    {
      path: workspace,
      pathNot: [spec, '/e2e/', `^libs/[^/]+/src/(${adapters})/`, '^libs/sqlite/', '^benchmarks/'],
    },
    { path: drivers },
  ),
  rule(
    'test-support-only-in-specs',
    'Contract suites, doubles and testing support are not shipped; the cluster on one machine is for trying, what attacks the platform and what simulates it for testing.',
    {
      path: workspace,
      pathNot: [
        spec,
        '^libs/(testing|simulation)/',
        '^libs/[^/]+/src/(contract|simulated|[^/]+/(double|simulated))/',
        '/e2e/',
        '^benchmarks/',
        '^apps/(cluster|hostile|simulation)/',
      ],
    },
    {
      path: [
        '^libs/(testing|simulation)/',
        '^libs/[^/]+/src/(contract|simulated|[^/]+/(double|simulated))/',
        'node_modules/(jest|@jest|fast-check)/',
        spec,
      ],
    },
  ),
  rule('no-cycles', 'Two files that need each other are one subject, or three.', {}, { circular: true }),
  rule(
    'every-import-resolves',
    'An import that does not resolve hides from every other rule.',
    {},
    { couldNotResolve: true },
  ),
];

export default {
  forbidden: [...betweenPackages, ...insideServices, ...insideLibraries, ...everywhere],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: '(^|/)dist/' },
    // Sees `import type` too, which the compiler erases.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['tributary-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
