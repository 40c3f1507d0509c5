import type { House } from './supervisor/house.js';

/** The profile query of a volunteer: one request that spans all members. */
const profileQuery = [
  '{ me { name contact { country { cooperation { member } } } enrolments { programme { name } }',
  'programmeRecord { master1 { status } } serviceRecord { minutes } alumniProfile { university }',
  'creativeRecord { applications { status } } withheld { category } } }',
].join(' ');

/** Who has read the volunteer's data, newest first. */
const accessLogQuery =
  '{ me { whoViewedMyData(first: 5) { nodes { decidedAt category basis bySelf organization { name } } } } }';

/**
 * What an operator reads when the house is ready: where it is, and three things to try.
 *
 * @param stateDir null when it is the default one
 */
export function welcome(
  house: Pick<House, 'gatewayUrl' | 'issuer' | 'pid' | 'folder'>,
  stateDir: string | null,
): string {
  const token = ['npm run -s token -- --as volunteer', ...(stateDir === null ? [] : [`--state-dir ${stateDir}`])].join(
    ' ',
  );
  const ask = (query: string): string =>
    `curl -s ${house.gatewayUrl}/graphql -H 'content-type: application/json' \\
         -H "authorization: Bearer $(${token})" -d '${JSON.stringify({ query })}'`;
  return `
  GraphQL             ${house.gatewayUrl}/graphql (open it in a browser to explore the graph)
  Identity provider   ${house.issuer}
  Processes and logs  ${house.folder.run}, ${house.folder.logs}

Three things to try, in another terminal in this folder:

  1. One profile, from all members:
       ${ask(profileQuery)}

  2. Stop a member, ask again, and see the rest of the profile still there. Then start it by hand:
       kill ${house.pid('union')}
       node_modules/.bin/node --env-file=${house.folder.environment('union')} subgraphs/union/dist/src/main.js serve

  3. See who has read the profile:
       ${ask(accessLogQuery)}

Stop everything with Ctrl-C.
`;
}
