import type { Stack } from './supervisor/stack.js';

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
 * What an operator reads when the stack is ready: where the portal is and all else, and three things to try.
 *
 * @param stateDir null when it is the default one
 */
export function bannerText(
  stack: Pick<Stack, 'gatewayUrl' | 'issuer' | 'pid' | 'folder'>,
  stateDir: string | null,
): string {
  const token = ['npm run -s token -- --as volunteer', ...(stateDir === null ? [] : [`--state-dir ${stateDir}`])].join(
    ' ',
  );
  const ask = (query: string): string =>
    `curl -s ${stack.gatewayUrl}/graphql -H 'content-type: application/json' \\
         -H "authorization: Bearer $(${token})" -d '${JSON.stringify({ query })}'`;
  return `
  Portal              ${stack.gatewayUrl} (open it, and sign in as one of the demo's people or as somebody new)
  GraphQL             ${stack.gatewayUrl}/graphql (open it in a browser to explore the graph)
  Identity provider   ${stack.issuer}
  Processes and logs  ${stack.folder.run}, ${stack.folder.logs}

Three things to try, in another terminal in this folder:

  1. One profile, from all members:
       ${ask(profileQuery)}

  2. Stop a member, ask again, and see the rest of the profile still there. Then start it by hand:
       kill ${stack.pid('union')}
       node_modules/.bin/node --env-file=${stack.folder.environment('union')} subgraphs/union/dist/src/member.js serve

  3. See who has read the profile:
       ${ask(accessLogQuery)}

Stop everything with Ctrl-C.
`;
}
