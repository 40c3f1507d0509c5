import type { CleanUps } from './clean-ups.js';
import type { Program } from './child-process.js';
import type { RunningProcess } from './run-file.js';
import { Service, type ServiceLimits } from './service.js';
import type { StateFolder } from './state-folder.js';

/** What {@link StackServices} needs to know. */
export interface StackServicesOptions {
  readonly folder: StateFolder;
  readonly environments: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ports: Readonly<Record<string, number>>;
  readonly cleanUps: CleanUps;
  readonly signal: AbortSignal;
  readonly onChange: (notice?: string) => void;
  readonly limits: Partial<ServiceLimits>;
}

/** A program as a stack is told to start it. */
type StartedProgram = Pick<Program, 'name' | 'module' | 'args' | 'flags'>;

/** The processes of a stack that are kept running, by name. */
export class StackServices {
  readonly #services = new Map<string, Service>();
  readonly #options: StackServicesOptions;

  constructor(options: StackServicesOptions) {
    this.#options = options;
  }

  /** Starts several programs at the same time and resolves when all are ready. They are stopped together, too. */
  async start(programs: readonly StartedProgram[]): Promise<void> {
    const { cleanUps, signal } = this.#options;
    const group = programs.map((program) => this.#add(program));
    const stop = async (): Promise<void> => {
      await Promise.all(group.map((service) => service.stop()));
    };
    cleanUps.add(stop);
    const abort = (): void => void stop();
    signal.addEventListener('abort', abort, { once: true });
    const results = await Promise.allSettled(group.map((service) => service.start()));
    signal.removeEventListener('abort', abort);
    signal.throwIfAborted();
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** @throws RangeError for an unknown name */
  named(name: string): Service {
    const found = this.#services.get(name);
    if (!found) throw new RangeError(`There is no process "${name}", only ${[...this.#services.keys()].join(', ')}.`);
    return found;
  }

  /** Those that run now. */
  running(): RunningProcess[] {
    return [...this.#services.values()].flatMap(({ name, pid }) =>
      pid === null ? [] : [{ name, pid, port: this.#options.ports[name] ?? 0 }],
    );
  }

  #add({ name, module, args, flags = [] }: StartedProgram): Service {
    const { folder, environments, onChange, limits, ports } = this.#options;
    const program: Program = { name, module, args, flags, env: environments[name] ?? {}, logFile: folder.log(name) };
    const startCommand = ['node', `--env-file=${folder.environment(name)}`, ...flags, module, ...args].join(' ');
    const port = ports[name];
    const liveUrl = port === undefined ? null : `http://127.0.0.1:${port}/health/live`;
    const service = new Service({ program, startCommand, liveUrl, onChange, limits });
    this.#services.set(name, service);
    return service;
  }
}
