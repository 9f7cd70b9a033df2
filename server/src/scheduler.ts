/** What waits for a memo's check. */
interface Waiter {
  resolve(): void;
  reject(reason: unknown): void;
}

/** What the scheduler needs of the program around it. */
export interface SchedulerParts {
  /** Goes on with the check of a memo until it is done (true) or `enough` says so. */
  prepare(uri: string, enough: () => boolean): boolean;
  /** One turn of the event loop, in which messages that have arrived are handled. */
  turn(): Promise<void>;
  /** Milliseconds, of any origin. */
  now(): number;
  betweenSlices?(): void;
}

/** Why somebody waits no longer: the memo changed, was closed, or is under other settings. */
export class Outdated extends Error {}

/** So long a check runs before the queue of messages is looked at. */
const slice = 8;
/** So many turns in a row may bring messages before a slice is run all the same. */
const mostTurns = 100;

/**
 * Shares one thread between the checks of memos and the messages of the client. Messages come first; a check runs in slices between
 * them, that of the memo asked for last before others; a newer version makes those wait no longer who waited for an older one. When
 * nobody waits nothing runs.
 */
export function createScheduler({ prepare, turn, now, betweenSlices }: SchedulerParts) {
  const waiting = new Map<string, Set<Waiter>>();
  let running = false;
  let messages = 0;

  /** Lets in what has arrived: one turn reads it, each of the following handles a message. */
  async function letIn(): Promise<void> {
    await turn();
    let before: number;
    let turns = 0;
    do {
      before = messages;
      await turn();
    } while (messages !== before && ++turns < mostTurns);
  }

  async function run(): Promise<void> {
    running = true;
    for (;;) {
      await letIn();
      const last = [...waiting].at(-1);
      if (!last) break;
      const [uri, waiters] = last;
      betweenSlices?.();
      const end = now() + slice;
      try {
        if (!prepare(uri, () => now() >= end)) continue;
        waiting.delete(uri);
        for (const { resolve } of waiters) resolve();
      } catch (error) {
        waiting.delete(uri);
        for (const { reject } of waiters) reject(error);
      }
    }
    running = false;
  }

  return {
    /** Notes that a message is being handled: there may be more. */
    message(): void {
      messages++;
    },

    /**
     * Waits until the memo is checked, after the messages that have arrived.
     * @param onGiveUp called with a function that ends the waiting (a cancelled request)
     * @throws {Outdated} when the memo changes meanwhile
     */
    ready(uri: string, onGiveUp?: (giveUp: (reason: unknown) => void) => void): Promise<void> {
      return new Promise((resolve, reject) => {
        const waiter: Waiter = { resolve, reject };
        const waiters = waiting.get(uri) ?? new Set();
        waiters.add(waiter);
        // Behind all others: it is the one asked for last.
        waiting.delete(uri);
        waiting.set(uri, waiters);
        onGiveUp?.((reason) => {
          waiters.delete(waiter);
          if (waiters.size === 0 && waiting.get(uri) === waiters) waiting.delete(uri);
          reject(reason);
        });
        if (!running) void run();
      });
    },

    /** Who waits for this memo waits for something that is no more. */
    outdate(uri: string): void {
      const waiters = waiting.get(uri);
      waiting.delete(uri);
      for (const { reject } of waiters ?? []) reject(new Outdated(uri));
    },
  };
}

export type Scheduler = ReturnType<typeof createScheduler>;
