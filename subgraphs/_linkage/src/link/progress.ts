/**
 * Told of each step that begins, and in a long one many times a second of how much is done.
 * `done` and `of` are missing where a step begins.
 */
export type Progress = (step: string, done?: number, of?: number) => void;
