/** A list of 32-bit integers that grows without a number object for each. */
export interface NumberList {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** The values so far; a view that is valid until the next `push`. */
  readonly view: () => Int32Array;
}

export function numberList(): NumberList {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    length: () => length,
    push: (value) => {
      if (length === values.length) {
        const larger = new Int32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    view: () => values.subarray(0, length),
  };
}
