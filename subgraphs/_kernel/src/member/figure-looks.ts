import type { Figure } from '../figure/figure.js';
import { describeError, type Log } from '../log/log.js';

/** How often a process looks whether a day's pictures are still to be taken. */
const everyMs = 10 * 60 * 1000;

/**
 * Has the pictures of figures taken, at the start and then every ten minutes: the database does it once a day, for one
 * process of several. A look that fails is logged and repeated with the next one; until then the old pictures are shown.
 */
export class FigureLooks {
  readonly #figures: readonly Figure[];
  readonly #look: (figure: Figure) => Promise<void>;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(options: { figures: readonly Figure[]; look: (figure: Figure) => Promise<void>; log: Log }) {
    this.#figures = options.figures;
    this.#look = options.look;
    this.#log = options.log;
  }

  /** Resolves after the first look. */
  async start(): Promise<void> {
    if (this.#figures.length === 0) return;
    this.#timer = setInterval(() => void this.#again(), everyMs).unref();
    await this.#again();
  }

  /** Resolves when no look runs any more. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  #again(): Promise<void> {
    this.#running = this.#running.then(async () => {
      for (const figure of this.#figures) {
        try {
          await this.#look(figure);
        } catch (error) {
          this.#log.error({ figure: figure.name, error: describeError(error) }, 'a look at a figure failed');
        }
      }
    });
    return this.#running;
  }
}
