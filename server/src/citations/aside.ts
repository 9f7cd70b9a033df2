import type { Reading } from './reading';

const longestAside = 120;

/** Where the brackets end in which a place stands; -1 = it stands in none. */
function bracketsEnd(prose: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0 && at - i < longestAside; i -= 1) {
    const c = prose[i] as string;
    if (c === '）' || c === ')') depth += 1;
    else if ((c === '（' || c === '(') && depth-- === 0) break;
    else if (c === '。' || c === '\n' || i === 0) return -1;
  }
  for (let i = at; i < prose.length && i - at < longestAside; i += 1) {
    const c = prose[i] as string;
    if (c === '（' || c === '(') depth += 1;
    else if ((c === '）' || c === ')') && depth-- <= 0) return i;
  }
  return -1;
}

/**
 * 条例第七条……（民法典第153条）……第二十三条: what is cited in brackets is an aside. Behind them the sentence goes on with the law that it was
 * citing before them.
 */
export class Aside {
  #end = -1;
  #back: (() => void) | undefined;

  /** To be called for each token before it is read. @param citing the sentence has cited an article already */
  at(reading: Reading, start: number, citing: boolean): void {
    if (start >= this.#end) this.close();
    if (this.#back || !citing) return;
    this.#end = bracketsEnd(reading.prose, start);
    if (this.#end < 0) return;
    const { sentence, inBlock, focus, last, host } = reading;
    this.#back = () => {
      // 第二十条（第二十一条第一款），同条第二款: the same law's article is the one cited last all the same.
      const same = reading.last?.law === last?.law;
      Object.assign(reading, { sentence, inBlock, focus, ...(same ? {} : { last, host }) });
    };
  }

  /** To be called at the end of the block. */
  close(): void {
    this.#back?.();
    this.#back = undefined;
  }
}
