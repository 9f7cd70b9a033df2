import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Collects all garbage, so that no measure pays for what an earlier one left. */
export const collectGarbage = runInNewContext('gc') as () => void;

/** Processor time of a piece of work, in ms. Waiting does not count; what other processes do to the caches does. */
export function processorTime(work: () => unknown): number {
  collectGarbage();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How the cost of a piece of work may grow. */
export interface Growth {
  /** The work on the small and on the large input. */
  small: () => unknown;
  large: () => unknown;
  /** How many times the cost of the small one the large one may have. */
  ratio: number;
  /** Costs below this (ms) count as this: the clock and the collector are no finer. Default 2. */
  floor?: number;
  /** The most that the large one may cost, in ms. */
  most?: number;
}

/**
 * Asserts that cost grows as allowed. The least of many runs is what the work costs; everything else is the machine's. So
 * both are measured in turn until they keep to the limit or 16 rounds have shown that they don't: a busy machine makes the
 * test slower, not red, and work that grows too fast fails every round.
 */
export function assertGrowth({
  small,
  large,
  ratio,
  floor = 2,
  most = Number.POSITIVE_INFINITY,
}: Growth): void {
  let [less, more] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 16; round += 1) {
    less = Math.min(less, processorTime(small));
    more = Math.min(more, processorTime(large));
    if (more <= ratio * Math.max(less, floor) && more <= most) return;
  }
  assert.fail(
    `${less.toFixed(1)} ms → ${more.toFixed(1)} ms; at most ${ratio} times${Number.isFinite(most) ? ` and ${most.toFixed(0)} ms` : ''}`,
  );
}
