import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemo } from '../../../server/src/memo/createMemo';
import { root } from '../citations/builtIn';
import { analysisOf, findingOf } from './analysis';

/**
 * Labelled memos carry their labels in a comment on the first line, `<!-- expect: ELEMENT=STATUS … -->`; a `?` behind a status says
 * that reasonable readers may differ by a level.
 */
export interface LabelledMemo {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly ElementLabel[];
}

export interface ElementLabel {
  readonly element: string;
  /** Index into `levels`; a waiver counts as a mention. */
  readonly level: number;
  readonly disputable: boolean;
  /** Ranges in the text that show it, if the label says so. */
  readonly evidence?: readonly (readonly [number, number])[];
}

export const levels = ['missing', 'mentioned', 'partial', 'addressed'] as const;
export const coreElements: readonly string[] = ['qualification', 'prevention', 'causation', 'exclusions'];

/** The memos that the judgement is trained on, and those that it has never seen. */
export const folders = {
  trained: join(root, 'test/fixtures/elements'),
  heldOut: join(root, 'test/fixtures/held-out/elements'),
};

const levelOf = (status: string) =>
  levels.indexOf((status === 'waived' ? 'mentioned' : status) as (typeof levels)[number]);

/** The labelled memos of a folder, by name. */
export function labelledMemos(folder: string): LabelledMemo[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const expectation = /<!-- expect:([^>]*)-->/.exec(text)?.[1] ?? '';
      const labels = [...expectation.matchAll(/([\w-]+)=(\w+)(\??)/g)].map(([, element, status, doubt]) => ({
        element: element!,
        level: levelOf(status!),
        disputable: doubt === '?',
      }));
      return { name, text, labels };
    });
}

/** The labelled texts of a corpus folder (`elements.json`, `texts/ID.md`). */
export function corpusMemos(corpus: string): LabelledMemo[] {
  const { docs } = JSON.parse(readFileSync(join(corpus, 'elements.json'), 'utf8')) as {
    docs: Record<
      string,
      { elements: Record<string, { status: string; ambiguous?: boolean; evidence?: [number, number][] }> }
    >;
  };
  return Object.entries(docs).map(([name, { elements }]) => ({
    name,
    text: readFileSync(join(corpus, 'texts', `${name}.md`), 'utf8'),
    labels: Object.entries(elements).map(([element, { status, ambiguous, evidence }]) => ({
      element,
      level: levelOf(status),
      disputable: ambiguous === true,
      ...(evidence && { evidence }),
    })),
  }));
}

/** A confusion matrix of levels: `counts[wanted][got]`. */
export class Tally {
  readonly counts = levels.map(() => levels.map(() => 0));

  add(wanted: number, got: number): void {
    this.counts[wanted]![got]!++;
  }

  get all(): number {
    return this.sum(() => true);
  }

  get accuracy(): number {
    return this.sum((wanted, got) => wanted === got) / this.all;
  }

  /** Cohen's kappa. */
  get kappa(): number {
    const { all, accuracy } = this;
    let chance = 0;
    for (const level of levels.keys())
      chance += (this.sum((wanted) => wanted === level) * this.sum((_, got) => got === level)) / all ** 2;
    return (accuracy - chance) / (1 - chance);
  }

  /** F1 of missing, and of not missing. */
  get missing(): number {
    return this.f1((level) => level === 0);
  }

  get present(): number {
    return this.f1((level) => level > 0);
  }

  private f1(holds: (level: number) => boolean): number {
    const hits = this.sum((wanted, got) => holds(wanted) && holds(got));
    const there = this.sum((wanted) => holds(wanted));
    const said = this.sum((_, got) => holds(got));
    return there + said === 0 ? 1 : (2 * hits) / (there + said);
  }

  private sum(counts: (wanted: number, got: number) => boolean): number {
    let sum = 0;
    this.counts.forEach((row, wanted) => {
      row.forEach((count, got) => {
        if (counts(wanted, got)) sum += count;
      });
    });
    return sum;
  }
}

/** How the built-in framework judges labelled memos. */
export interface Judged {
  readonly core: Tally;
  readonly supporting: Tally;
  /** The core elements without disputable labels. */
  readonly clear: Tally;
  /** Share of the addressed elements, labelled with evidence, whose evidence touches the labelled. */
  readonly evidence: number;
}

export function judged(memos: readonly LabelledMemo[]): Judged {
  const core = new Tally();
  const clear = new Tally();
  const supporting = new Tally();
  let labelled = 0;
  let touching = 0;
  for (const { name, text, labels } of memos) {
    const analysis = analysisOf(createMemo(name, 1, text));
    for (const { element, level, disputable, evidence } of labels) {
      const finding = findingOf(analysis, element);
      const got = levelOf(finding.status);
      if (coreElements.includes(element)) {
        core.add(level, got);
        if (!disputable) clear.add(level, got);
      } else supporting.add(level, got);
      if (evidence && levels[level] === 'addressed' && finding.evidence.length > 0) {
        labelled++;
        if (finding.evidence.some((e) => evidence.some(([start, end]) => e.start < end && start < e.end)))
          touching++;
      }
    }
  }
  return { core, clear, supporting, evidence: labelled === 0 ? 1 : touching / labelled };
}
