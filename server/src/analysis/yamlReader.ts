import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { isCueProblem, parseCue } from './cue';
import type { Cues, FrameworkProblem, InBothLanguages } from './framework';

/** Named lists of words, which cues may refer to. */
export type Lists = Readonly<Record<string, readonly string[]>>;

const noText: InBothLanguages = { zh: '', en: '' };
export const noCues: Cues = { zh: [], en: [] };

/**
 * Reads the kinds of value that our YAML files hold and notes what is wrong, each problem with its place. Never throws:
 * what can't be read is empty, the rest is read all the same.
 */
export class YamlReader {
  readonly problems: FrameworkProblem[] = [];
  protected readonly root: Node | null;
  protected lists: Lists = {};

  constructor(private readonly text: string) {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: true });
    for (const error of document.errors)
      this.problems.push({
        start: error.pos[0],
        end: Math.max(error.pos[1], error.pos[0]),
        code: 'not-yaml',
        args: [error.message.split('\n')[0] ?? ''],
      });
    this.root = document.contents as Node | null;
  }

  protected cues(map: YAMLMap, key: string): Cues {
    const node = map.get(key, true);
    if (!node) return noCues;
    if (!isMap(node)) {
      this.problem(node, 'bad-value', key);
      return noCues;
    }
    this.known(node, ['zh', 'en']);
    const read = (language: string): string[] => {
      const list = node.get(language, true);
      if (isSeq(list))
        for (const item of list.items) {
          if (!isScalar(item)) continue;
          const cue = parseCue(String(item.value), this.lists);
          if (isCueProblem(cue)) this.problem(item, cue.code, cue.arg);
        }
      return this.strings(list);
    };
    return { zh: read('zh'), en: read('en') };
  }

  protected readLists(node: unknown): Lists {
    const lists: Record<string, readonly string[]> = {};
    if (node === undefined || node === null) return lists;
    if (!isMap(node)) {
      this.problem(node, 'bad-value', 'lists');
      return lists;
    }
    for (const pair of node.items) lists[keyOf(pair)] = this.strings(pair.value);
    return lists;
  }

  protected both(map: YAMLMap, key: string, required: boolean): InBothLanguages {
    const node = map.get(key, true);
    if (node === undefined || node === null) {
      if (required) this.problem(map.items[0]?.key ?? map, 'missing-key', key);
      return noText;
    }
    return this.bothOf(node, key);
  }

  /** `{zh: …, en: …}`, or one text for both. */
  protected bothOf(node: unknown, key: string): InBothLanguages {
    if (isScalar(node) && typeof node.value === 'string') return { zh: node.value, en: node.value };
    if (!isMap(node)) {
      this.problem(node, 'bad-value', key);
      return noText;
    }
    this.known(node, ['zh', 'en']);
    const zh = scalar(node.get('zh', true));
    const en = scalar(node.get('en', true));
    if (zh === undefined && en === undefined) this.problem(node, 'bad-value', key);
    return { zh: zh ?? en ?? '', en: en ?? zh ?? '' };
  }

  protected choice<T extends string>(map: YAMLMap, key: string, allowed: readonly T[], otherwise: T): T {
    const node = map.get(key, true);
    if (node === undefined || node === null) return otherwise;
    const value = scalar(node);
    const found = allowed.find((candidate) => candidate === value);
    if (!found) this.problem(node, 'bad-value', value ?? key);
    return found ?? otherwise;
  }

  protected required(map: YAMLMap, key: string): string | undefined {
    const value = scalar(map.get(key, true));
    if (value === undefined) this.problem(map.items[0]?.key ?? map, 'missing-key', key);
    return value;
  }

  protected sequence(map: YAMLMap, key: string): readonly unknown[] {
    const node = map.get(key, true);
    if (node === undefined || node === null) return [];
    if (isSeq(node)) return node.items;
    if (isScalar(node) && node.value === null) return [];
    this.problem(node, 'bad-value', key);
    return [];
  }

  protected strings(node: unknown): string[] {
    if (node === undefined || node === null) return [];
    if (isScalar(node) && node.value === null) return [];
    if (!isSeq(node)) {
      this.problem(node, 'bad-value', '');
      return [];
    }
    const read: string[] = [];
    for (const item of node.items) {
      const value = scalar(item);
      if (value === undefined) this.problem(item, 'bad-value', '');
      else read.push(value);
    }
    return read;
  }

  protected known(map: YAMLMap, allowed: readonly string[]): void {
    for (const pair of map.items)
      if (!allowed.includes(keyOf(pair))) this.problem(pair.key, 'unknown-key', keyOf(pair));
  }

  protected problem(node: unknown, code: FrameworkProblem['code'], arg: string): void {
    const range = (node as Node | null | undefined)?.range;
    this.problems.push({
      start: range?.[0] ?? 0,
      end: range?.[1] ?? Math.min(1, this.text.length),
      code,
      args: [arg],
    });
  }
}

/** The key of an entry. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** A text, number or truth value as text; undefined for anything else. */
export function scalar(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
