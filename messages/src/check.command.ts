import { checkCatalogues } from './check.js';

const { messages, faults } = checkCatalogues(process.cwd());
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
else process.stdout.write(`${messages} messages are complete in every language.\n`);
