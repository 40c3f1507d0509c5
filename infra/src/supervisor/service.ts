import { OperatorError } from '../operator-error.js';
import { describeEnding, type Ending, type Program, startChild, type StartedChild } from './child-process.js';

/** Exit code of a process that was configured wrongly: to start it again would change nothing. */
const configurationError = 78;

/** Limits of a service, in milliseconds. */
export interface ServiceLimits {
  /** A service that is not ready by then is ended. @default 60000 */
  readonly ready: number;
  /** A service that has not ended this long after SIGTERM is killed. @default 15000 */
  readonly stop: number;
  /** Wait before the first restart; doubled with every further one. @default 1000 */
  readonly firstRestart: number;
  /** @default 30000 */
  readonly longestRestart: number;
  /** A service that does not say for so long that it is live is killed, and started again. @default 60000 */
  readonly silence: number;
}

/** What a {@link Service} needs to know. */
export interface ServiceOptions {
  readonly program: Program;
  /** How an operator starts the same process by hand. */
  readonly startCommand: string;
  /** Where the process says that it can still do its work; null for one that says nothing. */
  readonly liveUrl: string | null;
  /** Called after every start and end of the process, with a notice when an operator should hear of it. */
  readonly onChange: (notice?: string) => void;
  readonly limits?: Partial<ServiceLimits>;
}

const defaultLimits: ServiceLimits = {
  ready: 60_000,
  stop: 15_000,
  firstRestart: 1_000,
  longestRestart: 30_000,
  silence: 60_000,
};

/** How often a process is asked while its silence may last. */
const asksPerSilence = 12;

/**
 * A process that is kept running: one that crashes, or does not say any more that it is live, is started again, with growing
 * pauses; one that ends by itself with code 0 was stopped on purpose by someone and stays down until {@link start}.
 */
export class Service {
  readonly name: string;
  readonly #program: Program;
  readonly #limits: ServiceLimits;
  readonly #startCommand: string;
  readonly #liveUrl: string | null;
  readonly #onChange: (notice?: string) => void;
  #current: StartedChild | null = null;
  #wanted = false;
  #restarts = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ServiceOptions) {
    this.name = options.program.name;
    this.#program = options.program;
    this.#startCommand = options.startCommand;
    this.#liveUrl = options.liveUrl;
    this.#onChange = options.onChange;
    this.#limits = { ...defaultLimits, ...options.limits };
  }

  /** The id of the process that runs now; null when none does. */
  get pid(): number | null {
    return this.#current?.child.pid ?? null;
  }

  /** Starts the process, when it does not run, and resolves when it is ready. */
  async start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#wanted = true;
    if (this.#current) return;
    try {
      await this.#launch();
    } catch (error) {
      this.#wanted = false;
      throw error;
    }
  }

  /** Stops the process and resolves when it is gone. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    const current = this.#current;
    if (!current) return;
    current.child.kill('SIGTERM');
    const kill = setTimeout(() => current.child.kill('SIGKILL'), this.#limits.stop);
    await current.ended;
    clearTimeout(kill);
  }

  async #launch(): Promise<void> {
    const started = startChild(this.#program);
    this.#current = started;
    const startedAt = Date.now();
    let ready = false;
    const readiness = new Promise<'ready' | 'late'>((resolve) => {
      const late = setTimeout(() => resolve('late'), this.#limits.ready);
      void started.ended.then(() => clearTimeout(late));
      started.child.on('message', (message) => {
        if ((message as { type?: unknown } | null)?.type !== 'ready') return;
        clearTimeout(late);
        resolve('ready');
      });
    });
    const gone = started.ended.then((ending) => {
      this.#current = null;
      if (ready) this.#ended(ending, Date.now() - startedAt);
      return ending;
    });
    this.#onChange();
    const outcome = await Promise.race([readiness, gone]);
    if (outcome === 'ready') {
      ready = true;
      this.#watch(started);
      return;
    }
    if (outcome === 'late') started.child.kill('SIGKILL');
    const ending = await gone;
    this.#onChange();
    const reason = outcome === 'late' ? `was not ready after ${this.#limits.ready / 1000} s` : describeEnding(ending);
    throw new OperatorError(`${this.name} ${reason}.`, {
      cure: `Read the cause above; all of the output is in ${this.#program.logFile}`,
      cause: new Error(started.logTail()),
    });
  }

  /** Kills a process that is silent for too long: one that hangs does not end by itself. */
  #watch({ child, ended }: StartedChild): void {
    const url = this.#liveUrl;
    if (url === null) return;
    const pause = this.#limits.silence / asksPerSilence;
    let heardAt = Date.now();
    const timer = setInterval(() => {
      void isLive(url, pause).then((live) => {
        if (live) heardAt = Date.now();
        else if (Date.now() - heardAt >= this.#limits.silence) child.kill('SIGKILL');
      });
    }, pause);
    void ended.then(() => clearInterval(timer));
  }

  #ended(ending: Ending, lifeMs: number): void {
    if (!this.#wanted) {
      this.#onChange();
      return;
    }
    if (ending.code === 0 || ending.code === configurationError) {
      this.#wanted = false;
      const reason = ending.code === 0 ? 'was stopped' : describeEnding(ending);
      this.#onChange(`${this.name} ${reason} and stays down. Start it again with: ${this.#startCommand}`);
      return;
    }
    // A service that has run for a while gets the short pause again.
    if (lifeMs > 2 * this.#limits.longestRestart) this.#restarts = 0;
    this.#restartLater(describeEnding(ending));
  }

  #restartLater(reason: string): void {
    const pause = Math.min(this.#limits.firstRestart * 2 ** this.#restarts, this.#limits.longestRestart);
    this.#restarts += 1;
    this.#onChange(`${this.name} ${reason}; it is started again in ${pause / 1000} s.`);
    this.#timer = setTimeout(() => {
      this.#launch().then(
        () => this.#onChange(`${this.name} runs again (process ${this.pid}).`),
        (error: unknown) => {
          if (this.#wanted)
            this.#restartLater((error as Error).message.replace(`${this.name} `, '').replace(/\.$/, ''));
        },
      );
    }, pause);
  }
}

async function isLive(url: string, timeoutMs: number): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })).ok;
  } catch {
    return false;
  }
}
