// The import direction of the house, as data. Each rule is proved by test/build/boundaries.test.ts, which breaks it and sees it named.
const ladder = ['kernel', 'summit', 'partners', 'invitations', 'agreements', 'meetings', 'awards', 'commitments', 'workspace', 'documents', 'briefings', 'print', 'exchange', 'bridge'];

const rungs = ladder.slice(0, -1).map((area, rung) => ({
  name: `ladder-${area}`,
  comment: `shared/${area} imports lower rungs only: ${ladder.slice(0, rung).join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^shared/${area}/` },
  to: { path: `^shared/(${ladder.slice(rung + 1).join('|')})/` },
}));

const homes = [
  ['dexie', '^renderer/storage/'],
  ['pdfmake', '^shared/print/'],
  ['electron', '^electron/'],
  ['hucre', '^shared/exchange/spreadsheet/'],
  ['any-ascii', '^shared/exchange/duplicates/'],
  ['papaparse', '^shared/exchange/csv/'],
  ['fflate', '^shared/exchange/'],
  ['ical-generator', '^shared/exchange/calendar-file/'],
  ['react-big-calendar', '^renderer/ui/calendar-board/'],
  ['@tanstack/react-table', '^renderer/ui/data-table/'],
].map(([library, home]) => ({
  name: `home-of-${library.replace(/[@/]/g, '-').replace(/^-/, '')}`,
  comment: `${library} has one home: ${home}`,
  severity: 'error',
  from: { path: '^(shared|renderer|electron)/', pathNot: home },
  to: { path: `node_modules/${library}/` },
}));

module.exports = {
  forbidden: [
    ...rungs,
    ...homes,
    { name: 'shared-is-host-free', severity: 'error', from: { path: '^shared/' }, to: { path: '^(renderer|electron|build|test)/' } },
    { name: 'shared-no-node', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    { name: 'hosts-meet-in-shared-renderer', severity: 'error', from: { path: '^renderer/' }, to: { path: '^(electron|build|test)/' } },
    { name: 'hosts-meet-in-shared-electron', severity: 'error', from: { path: '^electron/' }, to: { path: '^(renderer|build|test)/' } },
    { name: 'features-never-import-features', severity: 'error', from: { path: '^renderer/features/([^/]+)/' }, to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' } },
    { name: 'features-do-not-reach-into-the-frame', comment: 'A feature may use the manifest types and what several features ask of the planner in one way, nothing else of app/.', severity: 'error', from: { path: '^renderer/features/' }, to: { path: '^renderer/app/', pathNot: '^renderer/app/(action|feature|record|refused|export-table|import-files|duplicates|use-planner|waiver|ask)\\.tsx?$' } },
    { name: 'ui-knows-no-domain', severity: 'error', from: { path: '^renderer/ui/' }, to: { path: '^(renderer/(app|features|workspace|storage|workers|platform)|shared/(?!kernel/))' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-drawers', severity: 'error', from: {}, to: { path: '/(utils?|helpers?|common|misc)(/|\\.tsx?$)', pathNot: 'node_modules' } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'] },
  },
};
