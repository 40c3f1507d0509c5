/** One finished step of a start. */
export interface StepTime {
  readonly label: string;
  readonly ms: number;
}

/** Tells people what happens. */
export interface Progress {
  /** Steps that have finished, in order. */
  readonly steps: readonly StepTime[];
  /** Runs one step and tells its name, its result and the time that it took. `work` may report how far it is, 0 to 1. */
  step<T>(
    label: string,
    work: (advance: (fraction: number) => void) => Promise<T>,
    detail?: (result: T) => string,
  ): Promise<T>;
  /** Something that happened outside the steps. */
  notice(text: string): void;
}

/** Where the lines go. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const labelWidth = 22;
const barWidth = 24;

/** Tells nobody, but still measures. */
export function quietProgress(): Progress {
  return new LineProgress({ write: () => undefined });
}

/** One line a step: on a terminal it is there while the step runs, with a bar when the step says how far it is. */
export function lineProgress(output: Output): Progress {
  return new LineProgress(output);
}

class LineProgress implements Progress {
  readonly steps: StepTime[] = [];
  readonly #output: Output;
  #running: string | null = null;

  constructor(output: Output) {
    this.#output = output;
  }

  async step<T>(
    label: string,
    work: (advance: (fraction: number) => void) => Promise<T>,
    detail: (result: T) => string = () => '',
  ): Promise<T> {
    const start = performance.now();
    this.#show(`  … ${label}`);
    try {
      const result = await work((fraction) => this.#show(`  … ${label.padEnd(labelWidth)} ${bar(fraction)}`));
      const ms = performance.now() - start;
      this.steps.push({ label, ms });
      this.#line(`  ✓ ${label.padEnd(labelWidth)} ${seconds(ms).padStart(7)}  ${detail(result)}`.trimEnd());
      return result;
    } catch (error) {
      this.#line(`  ✗ ${label}`);
      throw error;
    } finally {
      this.#running = null;
    }
  }

  notice(text: string): void {
    const running = this.#running;
    this.#line(`  ! ${text}`);
    if (running !== null) this.#show(running);
  }

  #show(line: string): void {
    this.#running = line;
    if (this.#output.isTTY === true) this.#output.write(`\r\u001B[2K${line}`);
  }

  #line(line: string): void {
    this.#output.write(`${this.#output.isTTY === true ? '\r\u001B[2K' : ''}${line}\n`);
  }
}

function bar(fraction: number): string {
  const share = Math.min(1, Math.max(0, fraction));
  const full = Math.round(share * barWidth);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${String(Math.floor(share * 100)).padStart(3)} %`;
}

/** A time as people read it, such as `0.7 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
