import { describe, expect, it } from 'vitest';

import {
  databaseArguments,
  defaultStateDir,
  logExportArguments,
  clockArguments,
  jobsArguments,
  startArguments,
  tokenArguments,
  usesCompareArguments,
} from './command-line.js';

describe('startArguments', () => {
  it('has defaults for everything', () => {
    expect(startArguments([])).toEqual({
      port: 4000,
      scale: 1,
      fresh: false,
      report: false,
      stateDir: defaultStateDir,
      origins: ['http://localhost:5173'],
    });
  });

  it('reads every flag', () => {
    const pages = ['--origin', 'http://localhost:3000', '--origin=https://portal.example'];
    const args = ['--port', '0', '--scale=0.1', '--fresh', '--report', '--state-dir', '/elsewhere', ...pages];
    const origins = ['http://localhost:3000', 'https://portal.example'];
    expect(startArguments(args)).toEqual({
      port: 0,
      scale: 0.1,
      fresh: true,
      report: true,
      stateDir: '/elsewhere',
      origins,
    });
  });

  it.each([
    [['--port', '65536'], '"65536" is not a port.'],
    [['--port', '4e3'], '"4e3" is not a port.'],
    [['--scale', '0'], '"0" is not a scale.'],
    [['--origin', 'localhost:3000'], '"localhost:3000" is not the origin of a page, such as http://localhost:3000.'],
    [['--origin', '*'], '"*" is not the origin of a page, such as http://localhost:3000.'],
    [['--origin', 'http://a/'], '"http://a/" is not the origin of a page, such as http://localhost:3000.'],
    [['--scale', 'large'], '"large" is not a scale.'],
    [['--prot', '4000'], "Unknown option '--prot'"],
    [['now'], "Unexpected argument 'now'"],
  ])('refuses %j and shows the usage', (args, message) => {
    expect(() => startArguments(args)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), cure: expect.stringContaining('Usage: ') }),
    );
  });
});

describe('tokenArguments', () => {
  it('leaves the persona empty when none is named, so that the list of all is shown', () => {
    expect(tokenArguments([])).toEqual({ persona: '', stateDir: defaultStateDir });
    expect(tokenArguments(['--as', 'volunteer']).persona).toBe('volunteer');
  });
});

describe('logExportArguments', () => {
  it('hands on what the registry’s command takes, and keeps the folder of the stack', () => {
    expect(logExportArguments(['--organization', 'ID', '--out', 'FILE', '--state-dir', 'DIR'])).toEqual({
      args: ['--organization', 'ID', '--out', 'FILE'],
      stateDir: 'DIR',
    });
    expect(logExportArguments(['--persons'])).toEqual({ args: ['--persons'], stateDir: defaultStateDir });
    expect(logExportArguments(['--all'])).toEqual({ args: ['--all'], stateDir: defaultStateDir });
    expect(logExportArguments(['--member', 'union'])).toEqual({
      args: ['--member', 'union'],
      stateDir: defaultStateDir,
    });
    expect(() => logExportArguments(['--everything'])).toThrow('--everything');
  });
});

describe('clockArguments and jobsArguments', () => {
  it('take a word or none', () => {
    expect(clockArguments([])).toEqual({ move: undefined, stateDir: defaultStateDir });
    expect(clockArguments(['+1d12h', '--state-dir', '/elsewhere'])).toEqual({ move: '+1d12h', stateDir: '/elsewhere' });
    expect(clockArguments(['reset'])).toEqual({ move: 'reset', stateDir: defaultStateDir });
    expect(jobsArguments([])).toEqual({ args: [], stateDir: defaultStateDir });
    expect(jobsArguments(['retry']).args).toEqual(['retry']);
  });

  it.each([[['3d']], [['retry']], [['+1d', '+1d']], [['-1d']]])('a clock refuses %j and shows the usage', (args) => {
    expect(() => clockArguments(args)).toThrow(
      expect.objectContaining({ cure: expect.stringContaining('Usage: npm run clock') }),
    );
  });

  it.each([[['+3d']], [['retry', 'retry']]])('jobs refuse %j and show the usage', (args) => {
    expect(() => jobsArguments(args)).toThrow(
      expect.objectContaining({ cure: expect.stringContaining('Usage: npm run jobs') }),
    );
  });
});

describe('usesCompareArguments', () => {
  it('needs the member whose uses are compared', () => {
    expect(usesCompareArguments(['--member', 'union'])).toEqual({ member: 'union', stateDir: defaultStateDir });
    expect(() => usesCompareArguments([])).toThrow('--member is missing.');
  });
});

describe('databaseArguments', () => {
  it('knows its two commands only', () => {
    expect(databaseArguments(['seed', '--scale', '2'])).toMatchObject({ command: 'seed', scale: 2 });
    expect(databaseArguments(['migrate'])).toMatchObject({ command: 'migrate' });
    expect(() => databaseArguments(['drop'])).toThrow('There is no command "drop".');
  });
});
