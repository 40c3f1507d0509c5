#!/usr/bin/env node
// The entry of every command. It runs on any Node from 20 on, needs nothing installed, and hands over to Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const oldestNode = 20;
const pnpm = 'pnpm@12.21.0';
const node = join(root, 'node_modules', '.bin', 'node');
const stamp = join(root, 'node_modules', '.birlik-installed');
const portal = join(root, 'gateway', 'portal');
const portalStamp = join(root, 'node_modules', '.birlik-portal-built');
const setupLock = join(root, '.birlik', 'setup.lock');

/** The compiled module of each command. */
const commands = {
  start: ['infra/dist/start.js'],
  dev: ['infra/dist/dev.js'],
  token: ['infra/dist/token.js'],
  seed: ['infra/dist/database.js', 'seed'],
  'db:migrate': ['infra/dist/database.js', 'migrate'],
  test: ['infra/dist/test-run.js'],
  match: ['subgraphs/_matching/dist/match.command.js'],
  link: ['subgraphs/_linkage/dist/link.command.js'],
  'link:names': ['subgraphs/_linkage/dist/names.command.js'],
  'link:train': ['subgraphs/_linkage/dist/train.command.js'],
  secrets: ['infra/dist/secrets.js'],
  'log:export': ['infra/dist/log-export.js'],
  'log:verify': ['subgraphs/registry/dist/src/command/log-verify.command.js'],
  'uses:compare': ['infra/dist/uses-compare.js'],
  clock: ['infra/dist/clock.js'],
  jobs: ['infra/dist/jobs.js'],
  'new:subgraph': ['infra/dist/new-subgraph/main.js', pnpm],
};

/** Those that serve the portal. Others must work while it does not fit the graph, such as the one that writes the graph. */
const withPortal = ['start', 'dev', 'test'];

const usage = `Usage: node infra/bin/birlik.mjs COMMAND [ARGUMENTS]
  ${Object.keys(commands).join(', ')}: install and build when needed, then run it
  build: install and build when needed
  run SCRIPT: install when needed, then run a script of the root package.json on Node 24
  run-built SCRIPT: the same, after a build`;

const [command = '', ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(
    `Node ${process.versions.node} is too old for Birlik.`,
    `Install Node ${oldestNode} or newer: https://nodejs.org`,
  );
}
if (process.platform === 'win32')
  fail('Birlik runs on Linux and macOS.', 'On Windows use WSL: https://learn.microsoft.com/windows/wsl');

if (Object.hasOwn(commands, command)) {
  await prepare({ build: true, page: withPortal.includes(command) });
  const [module, ...fixed] = commands[command];
  handOver(node, ['--enable-source-maps', join(root, module), ...fixed, ...rest]);
} else if (command === 'build') {
  await prepare({ build: true, page: true });
} else if (command === 'run' || command === 'run-built') {
  const [script = '', ...args] = rest;
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!Object.hasOwn(scripts, script))
    fail(`There is no script "${script}".`, `Choose one of: ${Object.keys(scripts).join(', ')}`);
  await prepare({ build: command === 'run-built' });
  handOver('/bin/sh', ['-c', `${scripts[script]} "$@"`, script, ...args]);
} else {
  fail(command === '' ? 'A command is missing.' : `There is no command "${command}".`, usage);
}

/** Installs and builds what has changed. Only one process does it at a time; another waits and then finds it done. */
async function prepare({ build, page = false }) {
  const unlock = lock();
  // A signal ends the installation or the build too, as they run in the foreground; the lock must not stay.
  process.once('exit', unlock);
  try {
    install();
    // Beside the compiler, which takes one core.
    const portalBuilt = page ? buildPortal() : null;
    if (build) compile();
    await portalBuilt;
  } finally {
    unlock();
    process.removeListener('exit', unlock);
  }
}

function install() {
  const wanted = fingerprint();
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the toolchain and the libraries (the first time takes a minute or two)');
  rmSync(stamp, { force: true });
  const [program, ...prefix] = npx();
  const result = spawnSync(program, [...prefix, '--yes', pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Without a terminal pnpm would ask before it replaces an older installation.
    env: { ...process.env, CI: 'true', NODE_ENV: '' },
  });
  stopWithChild(result);
  if (result.status !== 0 || !existsSync(node)) {
    process.stderr.write(
      `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`,
    );
    fail('The installation failed.', 'Check the network and the free disk space, then run the same command again.');
  }
  writeFileSync(stamp, wanted);
}

function compile() {
  const first = !existsSync(join(root, 'infra', 'dist', 'start.js'));
  if (first) say('Building');
  const result = spawnSync(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stopWithChild(result);
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    fail('The build failed.', 'Correct the errors above, or restore the files: git status');
  }
}

/** Builds the portal when anything that it is made of has changed; null: nothing has. */
function buildPortal() {
  const wanted = portalFingerprint();
  const built = existsSync(join(portal, 'dist', 'index.html')) && existsSync(portalStamp);
  if (built && readFileSync(portalStamp, 'utf8') === wanted) return null;
  say('Building the portal');
  rmSync(portalStamp, { force: true });
  const { scripts } = JSON.parse(readFileSync(join(portal, 'package.json'), 'utf8'));
  const programs = [portal, root].map((folder) => join(folder, 'node_modules', '.bin'));
  const child = spawn('/bin/sh', ['-c', scripts.build], {
    cwd: portal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: [...programs, process.env.PATH ?? ''].join(':') },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      stopWithChild({ signal });
      if (code !== 0) {
        process.stderr.write(Buffer.concat(output));
        fail('The build of the portal failed.', 'Correct the errors above, or restore the files: git status');
      }
      writeFileSync(portalStamp, wanted);
      resolve();
    });
  });
}

/** Everything that the portal and its documents are made of: its files, the graph and the purposes that it asks by, and its libraries. */
function portalFingerprint() {
  const made = /^(node_modules|dist|documents|src\/generated)(\/|$)/;
  const own = readdirSync(portal, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !made.test(relative(portal, file)))
    .toSorted();
  const others = ['schema/supergraph.graphql', 'subgraphs/_trust/purposes.json', 'pnpm-lock.yaml'];
  return hashOf([...own, ...others.map((file) => join(root, file))]);
}

/** Everything that decides what is installed. */
function fingerprint() {
  const folders = [
    '',
    'gateway',
    'gateway/portal',
    'infra',
    'infra/demo-data',
    'messages',
    'schema',
    'schema/member-rules',
    'test',
    'test/client',
  ];
  const members = readdirSync(join(root, 'subgraphs'))
    .toSorted()
    .map((name) => `subgraphs/${name}`);
  const manifests = [...folders, ...members].map((folder) => join(folder, 'package.json'));
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests].map((file) => join(root, file));
  return `${hashOf(files)} ${process.platform} ${process.arch}\n`;
}

/** A digest of the names and contents of those files that there are. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    if (existsSync(file)) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The npx of the npm that runs this command, or else the one on the path. */
function npx() {
  const npm = process.env.npm_execpath;
  const script = npm && join(dirname(npm), 'npx-cli.js');
  return script && existsSync(script) ? [process.execPath, script] : ['npx'];
}

function lock() {
  mkdirSync(dirname(setupLock), { recursive: true });
  const own = `${setupLock}.${process.pid}`;
  let told = false;
  for (;;) {
    // The link makes the lock appear with its content in one step.
    writeFileSync(own, String(process.pid));
    try {
      linkSync(own, setupLock);
      return () => rmSync(setupLock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(own, { force: true });
    }
    const holder = lockHolder();
    if (holder === null) continue;
    if (isAlive(holder)) {
      if (!told) say(`Waiting for another command (process ${holder}) that installs or builds`);
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    removeStaleLock(holder);
  }
}

function lockHolder() {
  try {
    return Number(readFileSync(setupLock, 'utf8'));
  } catch {
    return null;
  }
}

/** Two processes may find the same stale lock; the one that comes late must not remove the other's new one. */
function removeStaleLock(holder) {
  const aside = `${setupLock}.stale-${process.pid}`;
  try {
    renameSync(setupLock, aside);
    if (Number(readFileSync(aside, 'utf8')) !== holder) linkSync(aside, setupLock);
    rmSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Whether the process exists and runs this file; a process id is reused after a restart. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const { status, stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('birlik.mjs');
}

/** Runs the program in this one's place: same terminal, same signals, same end. */
function handOver(program, args) {
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` },
  });
  const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  // npm may end at a signal without passing it on; whoever it started must not stay behind.
  const before = ancestors();
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && ancestors() !== before) child.kill('SIGTERM');
  }, 500);
  watch.unref();
  child.on('error', (error) =>
    fail(`${program} could not be started: ${error.message}`, 'Install again: rm -r node_modules'),
  );
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** The parent, and on Linux its parent too: npm's shell outlives a killed npm. */
function ancestors() {
  try {
    return `${process.ppid} ${/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[1]}`;
  } catch {
    return String(process.ppid);
  }
}

function stopWithChild({ signal }) {
  if (signal) process.exit(128 + (constants.signals[signal] ?? 0));
}

function say(text) {
  process.stderr.write(`${text} …\n`);
}

function fail(message, cure) {
  process.stderr.write(`${message}\n${cure}\n`);
  process.exit(1);
}
