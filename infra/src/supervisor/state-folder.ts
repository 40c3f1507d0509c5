import { join, resolve } from 'node:path';

/** Where everything of one stack is kept. */
export class StateFolder {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = resolve(dir);
  }

  get lock(): string {
    return join(this.dir, 'lock.json');
  }

  get postgres(): string {
    return join(this.dir, 'postgres');
  }

  get secrets(): string {
    return join(this.dir, 'secrets.json');
  }

  /** Ports of the last start, to be used again. */
  get ports(): string {
    return join(this.dir, 'state.json');
  }

  /** Processes that run now, for operators. */
  get run(): string {
    return join(this.dir, 'run.json');
  }

  /** The supergraph that the gateway served last, for a start while the one of the repository is not valid. */
  get lastGoodSupergraph(): string {
    return join(this.dir, 'supergraph.last-good.graphql');
  }

  /** E-mails and text messages, a file each. */
  get mail(): string {
    return join(this.dir, 'mail');
  }

  /** The files of all members, in a folder for each. */
  get files(): string {
    return join(this.dir, 'files');
  }

  get environments(): string {
    return join(this.dir, 'env');
  }

  get logs(): string {
    return join(this.dir, 'logs');
  }

  environment(name: string): string {
    return join(this.environments, `${name}.env`);
  }

  log(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  /** What `--fresh` removes. The folder itself stays: it may hold what others put there. */
  get disposable(): readonly string[] {
    const keys = join(this.dir, 'identity-provider.json');
    const { secrets, ports, run, lastGoodSupergraph, environments, logs, mail, files } = this;
    return [secrets, ports, run, lastGoodSupergraph, environments, logs, mail, files, keys];
  }
}
