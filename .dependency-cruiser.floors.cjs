/**
 * The floors of packages that have them, the ground first: by the name of the package, the folder of its sources and what
 * stands on each floor, folders and files alike.
 */
module.exports.floors = {
  gateway: {
    sources: 'gateway/src',
    floors: [
      ['errors', 'options', 'collections'],
      ['graphql', 'identity'],
      ['subgraph'],
      ['documents', 'access', 'telemetry'],
      ['planning', 'transport', 'redis'],
      ['sharing'],
      ['execution'],
      ['cost', 'pairwise', 'subscription', 'guards'],
      ['supergraph', 'trust'],
      ['operation'],
      ['idempotency', 'generations'],
      ['http', 'operators'],
      ['birlik'],
      ['config'],
      ['server'],
      ['main'],
    ],
  },
  linkage: {
    sources: 'subgraphs/_linkage/src',
    floors: [
      ['numbers', 'text', 'model'],
      ['table'],
      ['compare', 'blocking', 'cluster'],
      ['train', 'score'],
      ['link'],
      ['person', 'files'],
      ['training-records'],
      ['link.command', 'train.command'],
    ],
  },
  portal: {
    sources: 'gateway/portal/src',
    floors: [
      ['generated'],
      ['language'],
      ['data'],
      ['design'],
      ['page', 'viewer'],
      ['page-route'],
      ['rooms'],
      ['homes'],
      ['shell'],
      ['routes'],
      ['router'],
      ['application'],
      ['main'],
    ],
  },
  'registry-linkage': {
    sources: 'subgraphs/registry/src/linkage',
    floors: [['person-link'], ['source-record', 'linkage-review'], ['invitation'], ['address-claim'], ['record-offer']],
  },
  registry: {
    sources: 'subgraphs/registry/src',
    floors: [
      ['messages'],
      ['reference', 'signing', 'decision', 'personal-data'],
      ['membership'],
      ['people'],
      ['message'],
      ['consent'],
      ['log', 'linkage', 'search'],
      ['erasure'],
      ['dispatch'],
      ['config', 'database', 'schema'],
      ['member'],
      ['command'],
    ],
  },
};
