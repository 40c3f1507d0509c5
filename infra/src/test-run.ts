import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from './run-command.js';
import { projectRoot } from './supervisor/layout.js';
import { provideRedis } from './test-redis.js';
import { judgeTestRun } from './test-verdict.js';

await runCommand(async () => {
  const withoutRedis = provideRedis();
  if (withoutRedis !== null) process.stderr.write(`${withoutRedis}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'birlik-report-'));
  const reportFile = join(folder, 'report.json');
  try {
    const vitest = spawn(
      process.execPath,
      [
        join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...process.argv.slice(2),
      ],
      { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    // A signal reaches vitest too, which then removes what its tests have made.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
    const exitCode = await new Promise<number>((resolve, reject) => {
      vitest.once('error', reject);
      vitest.once('exit', (code) => resolve(code ?? 1));
    });
    const report: unknown = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
    const { lines, passed } = judgeTestRun(report, exitCode);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!passed) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
