/**
 * Instruments for the hot path. A bound child of prom-client hashes its labels at every observation (560 ns for a
 * histogram with two labels); a child here is an array and a few numbers (about 20 ns, see `telemetry.bench.ts`). They are
 * written in the text format of Prometheus beside what prom-client collects about the process.
 */
export interface Instrument {
  render(): string;
}

type Labels = readonly string[];

/** One value that goes up, or up and down. */
export class Value {
  #value = 0;

  add(amount: number): void {
    this.#value += amount;
  }

  set(value: number): void {
    this.#value = value;
  }

  get value(): number {
    return this.#value;
  }
}

/** How often values fell into each bucket. */
export class Distribution {
  readonly #bounds: readonly number[];
  readonly #counts: Float64Array;
  #sum = 0;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    let index = 0;
    while (value > (this.#bounds[index] ?? Infinity)) index++;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#sum += value;
  }

  /** The samples of the text format; `labels` is empty or ends with a comma. */
  render(name: string, labels: string): string {
    let count = 0;
    let text = '';
    for (const [index, inBucket] of this.#counts.entries()) {
      count += inBucket;
      text += `${name}_bucket{${labels}le="${this.#bounds[index] ?? '+Inf'}"} ${count}\n`;
    }
    const braces = labels === '' ? '' : `{${labels.slice(0, -1)}}`;
    return `${text}${name}_sum${braces} ${this.#sum}\n${name}_count${braces} ${count}\n`;
  }
}

/** What a family of instruments is called. */
export interface FamilyOptions {
  readonly name: string;
  readonly help: string;
  readonly labels?: Labels;
}

/** All children of one name, by the values of their labels. Hot code keeps the children that it needs. */
export class Family<Child> implements Instrument {
  readonly #type: string;
  readonly #options: FamilyOptions;
  readonly #make: () => Child;
  readonly #write: (child: Child, name: string, labels: string) => string;
  readonly #children = new Map<string, Child>();

  constructor(
    type: string,
    options: FamilyOptions,
    make: () => Child,
    write: (child: Child, name: string, labels: string) => string,
  ) {
    this.#type = type;
    this.#options = options;
    this.#make = make;
    this.#write = write;
  }

  /** How many children there are. */
  get size(): number {
    return this.#children.size;
  }

  /** The child with these values of the labels, in the order of their names. */
  child(...values: Labels): Child {
    const names = this.#options.labels ?? [];
    const labels = names.map((name, index) => `${name}="${escape(values[index] ?? '')}",`).join('');
    const known = this.#children.get(labels);
    if (known !== undefined) return known;
    const child = this.#make();
    this.#children.set(labels, child);
    return child;
  }

  render(): string {
    const { name, help } = this.#options;
    let text = `# HELP ${name} ${help}\n# TYPE ${name} ${this.#type}\n`;
    for (const [labels, child] of this.#children) text += this.#write(child, name, labels);
    return text;
  }
}

/** A family of values that only go up. */
export function counter(options: FamilyOptions): Family<Value> {
  return new Family('counter', options, () => new Value(), writeValue);
}

/** A family of values that go up and down. */
export function gauge(options: FamilyOptions): Family<Value> {
  return new Family('gauge', options, () => new Value(), writeValue);
}

/** A family of distributions over buckets with these upper bounds. */
export function histogram(options: FamilyOptions, bounds: readonly number[]): Family<Distribution> {
  const make = () => new Distribution(bounds);
  return new Family('histogram', options, make, (child, name, labels) => child.render(name, labels));
}

function writeValue({ value }: Value, name: string, labels: string): string {
  return `${name}${labels === '' ? '' : `{${labels.slice(0, -1)}}`} ${value}\n`;
}

function escape(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);
}
