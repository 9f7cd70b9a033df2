import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type {
  Basis,
  Condition,
  ConsistencyRule,
  ElementCues,
  ElementDefinition,
  Framework,
  FrameworkProblem,
  InBothLanguages,
  Split,
} from './framework';
import { parseBasis } from './parseBasis';
import { keyOf, type Lists, noCues, YamlReader } from './yamlReader';

/** A framework without the signals that all frameworks share: what a compiled framework file holds. */
export type FrameworkData = Omit<Framework, 'signals'>;

export interface ParsedFramework {
  /** What could be read; undefined when there is no id or not one element. */
  readonly framework?: FrameworkData;
  readonly problems: readonly FrameworkProblem[];
}

/**
 * Reads a framework file (docs/frameworks.md). Never throws: what is wrong becomes a problem with its place, and the
 * rest is read all the same.
 * @param shared the lists of `signals.yaml`, which cues may refer to
 */
export function parseFramework(text: string, shared: Lists = {}): ParsedFramework {
  return new FrameworkReader(text).framework(shared);
}

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

class FrameworkReader extends YamlReader {
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

  private checkElementNames(elements: readonly ElementDefinition[], rules: readonly ConsistencyRule[]): void {
    const ids = new Set(elements.flatMap((element) => [element.id, ...element.parts.map((part) => part.id)]));
    const check = (condition: Condition) => {
      for (const id of Object.keys(condition.elements ?? {}))
        if (!ids.has(id)) this.problem(this.root, 'unknown-element', id);
      if (condition.memo) check(condition.memo);
    };
    for (const rule of rules) for (const condition of [...rule.when, ...rule.unless]) check(condition);
  }
}
