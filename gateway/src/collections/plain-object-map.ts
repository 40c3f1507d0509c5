/** A map whose entries come and go all the time. What a `Map` would keep of them is told at {@link SlotList}. */
export class PlainObjectMap<Value> {
  /** Without a prototype, so that every text may be a key. */
  readonly #values = Object.create(null) as Record<string, Value>;

  get(key: string): Value | undefined {
    return this.#values[key];
  }

  set(key: string, value: Value): void {
    this.#values[key] = value;
  }

  delete(key: string): void {
    delete this.#values[key];
  }
}
