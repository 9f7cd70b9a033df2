import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { isCueProblem, parseCue } from './cue';
import {
  type Basis,
  type Condition,
  type ConsistencyRule,
  type Cues,
  type ElementCues,
  type ElementDefinition,
  type Framework,
  type FrameworkProblem,
  type InBothLanguages,
  type JudgementWeights,
  type Signals,
  type Split,
  signalNames,
} from './framework';

/** A framework without the signals that all frameworks share: what a compiled framework file holds. */
export type FrameworkData = Omit<Framework, 'signals'>;

export interface ParsedFramework {
  /** What could be read; undefined when there is no id or not one element. */
  readonly framework?: FrameworkData;
  readonly problems: readonly FrameworkProblem[];
}

type Lists = Readonly<Record<string, readonly string[]>>;

/**
 * Reads a framework file (docs/frameworks.md). Never throws: what is wrong becomes a problem with its place, and the
 * rest is read all the same.
 * @param shared the lists of `signals.yaml`, which cues may refer to
 */
export function parseFramework(text: string, shared: Lists = {}): ParsedFramework {
  return new Reader(text).framework(shared);
}

/** Reads `signals.yaml` and `judgement.yaml`. Never throws; problems of the second have places in it. */
export function parseSignals(
  text: string,
  judgement: string,
): { signals: Signals; problems: readonly FrameworkProblem[] } {
  const read = new Reader(text).signals();
  const weights = new Reader(judgement).judgement();
  return {
    signals: { ...read.signals, judgement: weights.judgement },
    problems: [...read.problems, ...weights.problems],
  };
}

const noText: InBothLanguages = { zh: '', en: '' };
const noCues: Cues = { zh: [], en: [] };

const keys = {
  framework: [
    'id',
    'name',
    'description',
    'lists',
    'subject',
    'analysisHeadings',
    'elements',
    'order',
    'consistency',
  ],
  element: [
    'id',
    'name',
    'question',
    'aliases',
    'kind',
    'brief',
    'concludes',
    'severity',
    'when',
    'unless',
    'bases',
    'cues',
    'authority',
    'complete',
    'template',
    'splits',
    'parts',
  ],
  cues: ['headings', 'strong', 'weak', 'negative', 'outcome'],
  condition: ['cites', 'says', 'laws', 'elements', 'memo'],
  consistency: ['id', 'severity', 'scope', 'when', 'unless', 'message', 'why'],
  split: ['question', 'views'],
} as const;

const severities = ['warning', 'information', 'hint'] as const;
const statuses = ['missing', 'mentioned', 'partial', 'addressed', 'waived'];
const scopes = ['sentence', 'passage', 'section', 'memo'] as const;

/** Walks the YAML tree and notes what is wrong with it. */
class Reader {
  readonly problems: FrameworkProblem[] = [];
  private readonly root: Node | null;
  private lists: Lists = {};

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

  framework(shared: Lists): ParsedFramework {
    const { root } = this;
    if (!isMap(root)) {
      if (this.problems.length === 0) this.problem(root, 'bad-value', 'framework');
      return { problems: this.problems };
    }
    this.known(root, keys.framework);
    const own = this.readLists(root.get('lists', true));
    this.lists = { ...shared, ...own };
    const id = this.required(root, 'id');
    const elements: ElementDefinition[] = [];
    const ids = new Set<string>();
    for (const node of this.sequence(root, 'elements')) {
      const element = this.element(node, ids, undefined);
      if (element) elements.push(element);
    }
    if (!root.has('elements')) this.problem(root, 'missing-key', 'elements');
    const consistency: ConsistencyRule[] = [];
    const ruleIds = new Set<string>();
    for (const node of this.sequence(root, 'consistency')) {
      const rule = this.rule(node, ruleIds);
      if (rule) consistency.push(rule);
    }
    this.checkElementNames(elements, consistency);
    if (!id || elements.length === 0) return { problems: this.problems };
    const description = root.has('description') ? this.both(root, 'description', false) : undefined;
    return {
      framework: {
        id,
        name: this.both(root, 'name', true),
        ...(description ? { description } : {}),
        lists: own,
        subject: this.cues(root, 'subject'),
        analysisHeadings: this.cues(root, 'analysisHeadings'),
        elements,
        order: this.order(root, elements),
        consistency,
      },
      problems: this.problems,
    };
  }

  judgement(): { judgement: JudgementWeights; problems: readonly FrameworkProblem[] } {
    const { root } = this;
    const numbers = (key: string): Record<string, number> => {
      const read: Record<string, number> = {};
      const node = isMap(root) ? root.get(key, true) : undefined;
      if (!isMap(node)) this.problem(root, 'missing-key', key);
      else
        for (const pair of node.items) {
          const value = Number(scalar(pair.value));
          if (Number.isFinite(value)) read[keyOf(pair)] = value;
          else this.problem(pair.value, 'bad-value', keyOf(pair));
        }
      return read;
    };
    const { mentioned = 1, partial = 2, addressed = 3 } = numbers('thresholds');
    return {
      judgement: { thresholds: { mentioned, partial, addressed }, weights: numbers('weights') },
      problems: this.problems,
    };
  }

  signals(): { signals: Omit<Signals, 'judgement'>; problems: readonly FrameworkProblem[] } {
    const { root } = this;
    const map = isMap(root) ? root : undefined;
    if (!map) this.problem(root, 'bad-value', 'signals');
    else this.known(map, ['lists', ...signalNames]);
    this.lists = map ? this.readLists(map.get('lists', true)) : {};
    const read = Object.fromEntries(
      signalNames.map((key) => [key, map ? this.cues(map, key) : noCues]),
    ) as Record<(typeof signalNames)[number], Cues>;
    return { signals: { lists: this.lists, ...read }, problems: this.problems };
  }

  /** The order that is written, then what is not in it. */
  private order(root: YAMLMap, elements: readonly ElementDefinition[]): string[] {
    const ids = elements.map(({ id }) => id);
    const written = this.strings(root.get('order', true));
    for (const id of written)
      if (!ids.includes(id)) this.problem(root.get('order', true), 'unknown-element', id);
    return [...written.filter((id) => ids.includes(id)), ...ids.filter((id) => !written.includes(id))];
  }

  private element(
    node: unknown,
    ids: Set<string>,
    parent: string | undefined,
  ): ElementDefinition | undefined {
    if (!isMap(node)) {
      this.problem(node, 'bad-value', 'elements');
      return undefined;
    }
    this.known(node, keys.element);
    const id = this.required(node, 'id');
    if (!id) return undefined;
    if (!/^[a-z][a-z0-9.-]*$/.test(id) || (parent !== undefined && !id.startsWith(`${parent}.`)))
      this.problem(node.get('id', true), 'bad-value', id);
    if (ids.has(id)) this.problem(node.get('id', true), 'duplicate-id', id);
    ids.add(id);
    const top = parent === undefined;
    const when = this.condition(node.get('when', true));
    const unless = this.condition(node.get('unless', true));
    const parts: ElementDefinition[] = [];
    for (const part of this.sequence(node, 'parts')) {
      const read = this.element(part, ids, id);
      if (read) parts.push(read);
    }
    return {
      id,
      name: this.both(node, 'name', true),
      question: this.both(node, 'question', top),
      aliases: this.strings(node.get('aliases', true)),
      kind: this.choice(node, 'kind', ['required', 'supporting'] as const, 'supporting'),
      brief: this.choice(node, 'brief', ['true', 'false'] as const, 'false') === 'true',
      concludes: this.choice(node, 'concludes', ['true', 'false'] as const, 'false') === 'true',
      severity: top ? this.choice(node, 'severity', severities, 'information') : 'information',
      ...(when ? { when } : {}),
      ...(unless ? { unless } : {}),
      bases: this.bases(node.get('bases', true)),
      cues: this.elementCues(node),
      authority: this.both(node, 'authority', top),
      complete: this.both(node, 'complete', true),
      template: this.both(node, 'template', top),
      splits: this.splits(node),
      parts,
    };
  }

  private elementCues(node: YAMLMap): ElementCues {
    const cues = node.get('cues', true);
    const map = isMap(cues) ? cues : undefined;
    if (cues && !map) this.problem(cues, 'bad-value', 'cues');
    if (!cues) this.problem(node, 'missing-key', 'cues');
    if (map) this.known(map, keys.cues);
    const of = (kind: keyof ElementCues) => (map ? this.cues(map, kind) : noCues);
    return {
      headings: of('headings'),
      strong: of('strong'),
      weak: of('weak'),
      negative: of('negative'),
      outcome: of('outcome'),
    };
  }

  private splits(node: YAMLMap): Split[] {
    const splits: Split[] = [];
    for (const item of this.sequence(node, 'splits')) {
      if (!isMap(item)) {
        this.problem(item, 'bad-value', 'splits');
        continue;
      }
      this.known(item, keys.split);
      const views: InBothLanguages[] = [];
      for (const view of this.sequence(item, 'views')) views.push(this.bothOf(view, 'views'));
      splits.push({ question: this.both(item, 'question', true), views });
    }
    return splits;
  }

  private rule(node: unknown, ids: Set<string>): ConsistencyRule | undefined {
    if (!isMap(node)) {
      this.problem(node, 'bad-value', 'consistency');
      return undefined;
    }
    this.known(node, keys.consistency);
    const id = this.required(node, 'id');
    if (!id) return undefined;
    if (ids.has(id)) this.problem(node.get('id', true), 'duplicate-id', id);
    ids.add(id);
    const conditions = (key: string) =>
      this.sequence(node, key).flatMap((item) => this.condition(item) ?? []);
    return {
      id,
      severity: this.choice(node, 'severity', severities, 'information'),
      scope: this.choice(node, 'scope', scopes, 'memo'),
      when: conditions('when'),
      unless: conditions('unless'),
      message: this.both(node, 'message', true),
      why: this.both(node, 'why', true),
    };
  }

  private condition(node: unknown): Condition | undefined {
    if (node === undefined || node === null) return undefined;
    if (!isMap(node)) {
      this.problem(node, 'bad-value', 'when');
      return undefined;
    }
    this.known(node, keys.condition);
    const memo = this.condition(node.get('memo', true));
    const elements = node.get('elements', true);
    return {
      ...(node.has('cites') ? { cites: this.bases(node.get('cites', true)) } : {}),
      ...(node.has('says') ? { says: this.cues(node, 'says') } : {}),
      ...(node.has('laws') ? { laws: this.strings(node.get('laws', true)) } : {}),
      ...(isMap(elements) ? { elements: this.statuses(elements) } : {}),
      ...(memo ? { memo } : {}),
    };
  }

  private statuses(map: YAMLMap): Record<string, readonly string[]> {
    const read: Record<string, readonly string[]> = {};
    for (const pair of map.items) {
      const names = this.strings(pair.value);
      for (const name of names) if (!statuses.includes(name)) this.problem(pair.value, 'bad-value', name);
      read[keyOf(pair)] = names;
    }
    return read;
  }

  private bases(node: unknown): Basis[] {
    const bases: Basis[] = [];
    if (node === undefined || node === null) return bases;
    if (!isSeq(node)) {
      this.problem(node, 'bad-value', 'bases');
      return bases;
    }
    for (const item of node.items) {
      const basis = isScalar(item) ? parseBasis(String(item.value)) : undefined;
      if (basis) bases.push(basis);
      else this.problem(item, 'bad-basis', isScalar(item) ? String(item.value) : '');
    }
    return bases;
  }

  private cues(map: YAMLMap, key: string): Cues {
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

  private readLists(node: unknown): Lists {
    const lists: Record<string, readonly string[]> = {};
    if (node === undefined || node === null) return lists;
    if (!isMap(node)) {
      this.problem(node, 'bad-value', 'lists');
      return lists;
    }
    for (const pair of node.items) lists[keyOf(pair)] = this.strings(pair.value);
    return lists;
  }

  private checkElementNames(elements: readonly ElementDefinition[], rules: readonly ConsistencyRule[]): void {
    const ids = new Set(elements.flatMap((element) => [element.id, ...element.parts.map((part) => part.id)]));
    const check = (condition: Condition) => {
      for (const id of Object.keys(condition.elements ?? {}))
        if (!ids.has(id)) this.problem(this.root, 'unknown-element', id);
      if (condition.memo) check(condition.memo);
    };
    for (const rule of rules) for (const condition of [...rule.when, ...rule.unless]) check(condition);
  }

  private both(map: YAMLMap, key: string, required: boolean): InBothLanguages {
    const node = map.get(key, true);
    if (node === undefined || node === null) {
      if (required) this.problem(map.items[0]?.key ?? map, 'missing-key', key);
      return noText;
    }
    return this.bothOf(node, key);
  }

  /** `{zh: …, en: …}`, or one text for both. */
  private bothOf(node: unknown, key: string): InBothLanguages {
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

  private choice<T extends string>(map: YAMLMap, key: string, allowed: readonly T[], otherwise: T): T {
    const node = map.get(key, true);
    if (node === undefined || node === null) return otherwise;
    const value = scalar(node);
    const found = allowed.find((candidate) => candidate === value);
    if (!found) this.problem(node, 'bad-value', value ?? key);
    return found ?? otherwise;
  }

  private required(map: YAMLMap, key: string): string | undefined {
    const value = scalar(map.get(key, true));
    if (value === undefined) this.problem(map.items[0]?.key ?? map, 'missing-key', key);
    return value;
  }

  private sequence(map: YAMLMap, key: string): readonly unknown[] {
    const node = map.get(key, true);
    if (node === undefined || node === null) return [];
    if (isSeq(node)) return node.items;
    if (isScalar(node) && node.value === null) return [];
    this.problem(node, 'bad-value', key);
    return [];
  }

  private strings(node: unknown): string[] {
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

  private known(map: YAMLMap, allowed: readonly string[]): void {
    for (const pair of map.items)
      if (!allowed.includes(keyOf(pair))) this.problem(pair.key, 'unknown-key', keyOf(pair));
  }

  private problem(node: unknown, code: FrameworkProblem['code'], arg: string): void {
    const range = (node as Node | null | undefined)?.range;
    this.problems.push({
      start: range?.[0] ?? 0,
      end: range?.[1] ?? Math.min(1, this.text.length),
      code,
      args: [arg],
    });
  }
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function scalar(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

const basisText =
  /^(\S.*?) (\d{1,4})(?:之(\d{1,2}))?(?:\.(\d{1,2}))?(?:\.(\d{1,2}))?(?:-(\d{1,4}))?( shared)?$/;

/** `电子商务法 38.2`, `民法典 1170-1172`, `… shared`; undefined when it cannot be read. */
export function parseBasis(text: string): Basis | undefined {
  const match = basisText.exec(text.trim());
  if (!match) return undefined;
  const [, law, article, suffix, paragraph, item, to, shared] = match;
  return {
    law: law!,
    article: Number(article),
    ...(suffix ? { suffix: Number(suffix) } : {}),
    ...(paragraph ? { paragraph: Number(paragraph) } : {}),
    ...(item ? { item: Number(item) } : {}),
    ...(to ? { to: Number(to) } : {}),
    ...(shared ? { shared: true } : {}),
  };
}
