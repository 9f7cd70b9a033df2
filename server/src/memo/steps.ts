/**
 * Work that can be put down between any two steps (each takes far less than a frame) and taken up again: what waits in the queue
 * meanwhile gets its turn. The result comes with the last step; work that is not taken up again leaves only caches behind.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
