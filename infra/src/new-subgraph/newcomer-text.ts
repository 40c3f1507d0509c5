import type { AddedSubgraph } from './add-subgraph.js';

/** What the command says at its end: what there is now, and what to do with it. */
export function newcomerText({ name, folder, files }: AddedSubgraph): string {
  const changed = [
    'tsconfig.json',
    'tsconfig.test.json',
    'pnpm-lock.yaml',
    `schema/subgraphs/${name.kebab}.graphql`,
    'schema/supergraph.graphql',
  ];
  return `
${name.words} is a member: ${files.length} files in ${folder}, and its part in ${changed.join(', ')}.

See it
  npm start                                       with its own database and demo data
  { ${name.camel}Branches { nodes { name country { name ${name.camel}Totals { hours } } } } }

Make it yours
  ${folder}/README.md             what it holds, and how it comes to own personal data
  ${folder}/src                   one folder a feature; remove what you do not need
  ${folder}/migrations            change the foundation until it is deployed, then add to it
  npm test -- ${folder}           its unit and integration tests
  npm run gen && npm run check                    the contract, then everything

Deploy it
  ${folder}/.env.example          the variables of its process
  infra/compose.yaml              add its migration, its process, its two networks and its name, like those of a sibling
  infra/.env.example              add its two passwords and its grant key; npm run secrets makes them
`;
}
