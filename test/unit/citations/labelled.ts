import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Citation, Target } from '../../../server/src/citations/citation';
import type { TextRange } from '../../../server/src/text/range';
import { builtIn, root } from './builtIn';
import { indexOf } from './fixture';

/**
 * Whole texts that carry their labels in a comment at the end, one line for each place in the order of the text:
 *   = RAW => LAW TARGET; LAW TARGET …   a citation; a target is `38`, `38(2)` (款), `80(1)(1)` (款 and 项), `5(-)(3)` (项 alone),
 *                                       `120-1` (之一), `A..B` (range)
 *   = RAW => unresolved                 a citation whose law the text does not tell
 *   ! RAW                               looks like a citation and is none
 *   ? RAW                               debatable, not counted
 */
export interface LabelledText {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

export interface Label extends TextRange {
  readonly kind: 'citation' | 'none' | 'debatable';
  readonly line: string;
  /** Keys of the targets (`keyOf`); empty = unresolved. */
  readonly targets: readonly string[];
}

export interface Score {
  citations: number;
  /** Citations of which a found one covers at least a half, and those whose edges are both right. */
  found: number;
  exact: number;
  /** Found citations at places that are none. */
  false: number;
  targets: number;
  said: number;
  right: number;
  rightArticle: number;
  negatives: number;
  /** Negatives that were linked to a statute of the library. */
  linked: number;
}

/** The texts that the citations were developed on, and those that were only measured. */
export const folders = {
  developed: join(root, 'test/fixtures/citations'),
  heldOut: join(root, 'test/fixtures/held-out/citations'),
};

export function labelledTexts(from: string): LabelledText[] {
  return readdirSync(from)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => labelled(name, readFileSync(join(from, name), 'utf8')));
}

function labelled(name: string, whole: string): LabelledText {
  const at = whole.indexOf('<!-- expect\n');
  assert.ok(at > 0, `${name} has no labels`);
  const text = whole.slice(0, at);
  // A line break in the text stands as a blank in the label.
  const flat = text.replaceAll('\n', ' ');
  let from = 0;
  const labels = whole
    .slice(at + '<!-- expect\n'.length, whole.lastIndexOf('-->'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Label => {
      const [raw, targets] = line.slice(2).split(' => ') as [string, string | undefined];
      const start = flat.indexOf(raw, from);
      assert.ok(start >= 0, `${name}: “${raw}” is not in the text, or out of order`);
      from = start + raw.length;
      const kind = { '=': 'citation', '!': 'none', '?': 'debatable' }[line[0]!] as Label['kind'];
      assert.ok(kind && (kind === 'citation') === (targets !== undefined), `${name}: ${line}`);
      const known = targets && targets !== 'unresolved' ? targets.split('; ').map(labelKey) : [];
      return { kind, line, start, end: from, targets: known };
    });
  return { name, text, labels };
}

/** The same key for every name of a law. */
function lawKey(title: string): string {
  const plain = title.replace(/^《|》$/g, '');
  const [statute] = builtIn().find(plain);
  return (
    statute?.short ??
    plain.replace(/中华人民共和国|最高人民法院|最高人民检察院|[《》〈〉（）()\s、]/g, '').replace(/^关于/, '')
  );
}

function labelKey(target: string): string {
  const match = /^(.+) ([^ ]+)$/.exec(target.trim());
  assert.ok(match, target);
  return `${lawKey(match[1]!)} ${match[2]!}`;
}

function foundKey({ statute, unknownTitle }: Citation, { place, to }: Target): string {
  const text = ({ article, suffix, paragraph, item }: Target['place']) =>
    `${article ?? ''}${suffix ? `-${suffix}` : ''}${paragraph ? `(${paragraph})` : item ? '(-)' : ''}${item ? `(${item})` : ''}`;
  const law = statute?.short ?? (unknownTitle === undefined ? '?' : lawKey(unknownTitle));
  return `${law} ${text(place)}${to ? `..${text({ ...place, item: undefined, paragraph: undefined, suffix: undefined, ...to })}` : ''}`;
}

const articleOf = (key: string) => key.replace(/\([^)]*\)/g, '');
const overlap = (a: TextRange, b: TextRange) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Scores one text; `complain` gets a line for everything that is not as labelled. */
export function scoreOf(
  { name, text, labels }: LabelledText,
  complain: (line: string) => void = () => {},
): Score {
  const score: Score = {
    citations: 0,
    found: 0,
    exact: 0,
    false: 0,
    targets: 0,
    said: 0,
    right: 0,
    rightArticle: 0,
    negatives: 0,
    linked: 0,
  };
  const byLabel = new Map<Label, Citation[]>();
  for (const citation of indexOf(text).citations) {
    const label = labels
      .filter(
        (one) =>
          overlap(one, citation) * 2 >= citation.end - citation.start ||
          overlap(one, citation) * 2 > one.end - one.start,
      )
      .sort((a, b) => overlap(b, citation) - overlap(a, citation))[0];
    if (label) byLabel.set(label, [...(byLabel.get(label) ?? []), citation]);
    else if (citation.statute || citation.unknownTitle !== undefined) {
      score.false++;
      score.said += citation.targets.length;
      complain(`${name}: nothing is cited in “${citation.raw}”`);
    }
  }
  for (const label of labels) {
    const found = byLabel.get(label) ?? [];
    const keys = found.flatMap((one) => one.targets.map((target) => foundKey(one, target)));
    if (label.kind === 'none') {
      score.negatives++;
      if (found.some(({ statute }) => statute)) {
        score.linked++;
        score.said += keys.length;
        complain(`${name}: ${label.line} was linked: ${keys.join('; ')}`);
      }
      continue;
    }
    if (label.kind === 'debatable') continue;
    score.citations++;
    if (found.length > 0) score.found++;
    const exact =
      found.some(({ start }) => start === label.start) && found.some(({ end }) => end === label.end);
    if (exact) score.exact++;
    const wanted = label.targets.length > 0 ? label.targets : ['unresolved'];
    const said =
      label.targets.length > 0
        ? keys
        : [found.every(({ statute }) => !statute) ? 'unresolved' : keys.join('; ')];
    score.targets += wanted.length;
    score.said += said.length;
    const right = wanted.filter((key) => said.includes(key)).length;
    score.right += right;
    score.rightArticle += wanted.filter((key) =>
      said.some((one) => articleOf(one) === articleOf(key)),
    ).length;
    if (right < wanted.length) complain(`${name}: ${label.line}\n    found: ${said.join('; ') || 'nothing'}`);
    else if (!exact)
      complain(`${name}: edges ${label.line}\n    found: ${found.map(({ raw }) => raw).join(' | ')}`);
  }
  return score;
}

/** Sums scores. */
export function total(scores: readonly Score[]): Score {
  const sum = { ...scores[0]! };
  for (const score of scores.slice(1))
    for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
  return sum;
}

/** Shares between 0 and 1. */
export function figuresOf(score: Score) {
  const f1 = (right: number) => (2 * right) / (score.targets + score.said);
  return {
    spans: (2 * score.found) / (score.citations + score.found + score.false),
    exact: score.exact / score.citations,
    article: f1(score.rightArticle),
    full: f1(score.right),
    leftAlone: 1 - score.linked / score.negatives,
  };
}
