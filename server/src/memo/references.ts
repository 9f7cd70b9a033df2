import { definitionKey } from './definitionKey';

/**
 * Link references across chunks: `[text][label]` is a link only if the memo defines the label somewhere, and a chunk
 * cannot see the others. These scans say cheaply which chunks have to do with definitions; they may say yes too often,
 * never no.
 */

/** Whether the source may hold a link definition `[label]: …` (footnote definitions aside). */
export function mayDefine(source: string): boolean {
  let from = 0;
  for (let at = source.indexOf(']:'); at >= 0; at = source.indexOf(']:', from)) {
    const before = source.slice(from, at);
    const open = before.lastIndexOf('[');
    if (open >= 0 && !/^\^[^\s\\]+$/.test(before.slice(open + 1))) return true;
    from = at + 2;
  }
  return false;
}

const longestLabel = 999;

/** The keys of all labels that the source may refer to. */
export function mentionedLabels(source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let open = source.indexOf('['); open >= 0; open = source.indexOf('[', open + 1)) {
    const close = labelEnd(source, open + 1);
    if (close < 0) continue;
    const label = source.slice(open + 1, close);
    if (label.startsWith('^') && !/\s/.test(label)) continue;
    labels.add(definitionKey(label));
    // In a quotation the marks at the start of a line are no part of the label.
    if (/[\r\n]/.test(label)) labels.add(definitionKey(label.replace(/[\r\n]+[ \t>]*/g, ' ')));
  }
  return labels;
}

/** Place of the `]` that ends a label, -1 if another label starts first. */
function labelEnd(source: string, from: number): number {
  const limit = Math.min(source.length, from + longestLabel + 1);
  for (let at = from; at < limit; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 92) at += 1;
    else if (unit === 93) return at;
    else if (unit === 91) return -1;
  }
  return -1;
}
