// The runtime of Hive gateway with its planner in Rust, as its documentation starts it from code.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const gateway = createGatewayRuntime({
  supergraph: readFileSync(process.argv[2], 'utf8'),
  unifiedGraphHandler,
  landingPage: false,
  graphiql: false,
  logging: false,
  // Equal requests that run at the same time would be joined; an id of its own keeps each one apart.
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ 'x-request-id': request.headers.get('x-request-id') }),
  },
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => process.send?.({ type: 'ready', port: server.address().port }));
process.on('disconnect', () => process.exit(0));
