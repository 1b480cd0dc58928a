// The house, from the roof down. A room may use the rooms below it and the plugin, never one above: no arrow runs back up.
// A new room gets its place in this list, or the check fails.
const house = [
  'demo/', // a scripted livestream, let in by the front door only
  'main.ts',
  'rotate-key.ts', // a command: a new secret key
  'workers/', // several processes that share one port
  'run.ts', // until a signal, and the exit code
  'start.ts', // one process that does everything
  'serve.ts', // one process of an installation
  'app.ts', // puts the rooms together
  'describe-api.ts', // the description of all routes, without a server
  'routes.ts', // every route, in one list
  'pages/', // what people open
  'intake/', // webhooks in, many orders to a commit
  'ops/', // alive, ready, figures, checks
  'items/', // what a merchant tells and asks of the items of a shop
  'desk/', // what a host needs while live and afterwards
  'giving/', // the story of an order
  'live/', // sessions, and which orders belong to them
  'shops/',
  'charities/', // who they are, their evidence, the money for them
  'projects/',
  'webhooks/', // what happens here, told to other programs
  'installation.ts', // what all processes share: database, keys
  'people/', // organisations, and who may call what
  'totals/', // what each topic has given, and telling its watchers
  'http/', // how a route is declared, checked and answered
  'ledger/', // money and the books
  'secrets/',
  'jobs/', // work that one process does for all
  'listen.ts',
  'log/', // trouble, told calmly
  'config.ts',
  'database/',
];

const pathOf = (room) => `^server/${room.replaceAll('.', '\\.')}`;

const noArrowRunsUp = house.map((room, floor) => ({
  name: `from-${room.replace(/\W+(ts)?$/, '')}-only-down`,
  comment: `server/${room} may use only what stands below it in .dependency-cruiser.cjs.`,
  severity: 'error',
  from: { path: pathOf(room) },
  to: { path: '^server/', pathNot: house.slice(floor).map(pathOf) },
}));

const rooms = house.map(pathOf);

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...noArrowRunsUp,
    never(
      'every-file-has-a-room',
      'Give the new room its place in the list.',
      { path: '^server/', pathNot: rooms },
      { path: '.' },
    ),
    never(
      'plugin-stands-alone',
      'A store platform knows nothing of the server.',
      { path: '^plugin/' },
      { path: '^(server|widgets|migrations)/' },
    ),
    never(
      'widgets-stand-alone',
      'A browser knows the wire, not our code.',
      { path: '^widgets/' },
      { path: '^(server|plugin|migrations)/', pathNot: '^plugin/client/' },
    ),
    never(
      'only-the-console-is-a-client',
      'The public pages stay small: they ask for a few addresses by hand.',
      { path: '^(server|migrations|widgets)/', pathNot: '^widgets/console/' },
      { path: '^plugin/client/' },
    ),
    never(
      'the-client-stands-alone',
      'It knows the description of the API and nothing of stores.',
      { path: '^plugin/client/' },
      { path: '^plugin/', pathNot: '^plugin/client/' },
    ),
    never(
      'migrations-stand-alone',
      'What a migration did must not change with the code.',
      { path: '^migrations/' },
      { path: '^(server|plugin|widgets)/' },
    ),
    never(
      'only-database-migrates',
      'The schema is brought up in one place.',
      { path: '^server/', pathNot: pathOf('database/') },
      { path: '^migrations/' },
    ),
    never(
      'only-pages-show-views',
      'The server renders first what the browser goes on with; that is the business of pages alone.',
      { path: '^server/', pathNot: pathOf('pages/') },
      { path: '^widgets/' },
    ),
    never(
      'pages-show-views-only',
      'What else lies in widgets runs in browsers only.',
      { path: pathOf('pages/') },
      { path: '^widgets/', pathNot: '^widgets/(feed|money|text|views)/' },
    ),
    never(
      'nothing-leans-on-tests',
      'What runs is whole without them.',
      { path: '^(server|plugin|widgets|migrations)/' },
      { path: '^test/' },
    ),
    never(
      'no-circle',
      'Two files that need each other are one file or three. A circle of types alone is gone when compiled.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never('everything-resolves', 'What is imported must be there.', {}, { couldNotResolve: true }),
    never(
      'no-development-package',
      'npm ci --omit=dev must still run the server.',
      {},
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types are knowledge too: an arrow of types alone may not run up either.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
