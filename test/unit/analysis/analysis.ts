import type { Analysis, ElementFinding } from '../../../server/src/analysis/analysis';
import { analyzeMemo } from '../../../server/src/analysis/analyze';
import type { Framework } from '../../../server/src/analysis/framework';
import { indexCitations } from '../../../server/src/citations/indexCitations';
import { createMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { builtIn } from '../citations/builtIn';
import { builtInFrameworks, today } from '../rules/environment';

/** A built-in framework from its file. */
export function framework(id = 'security-guarantee'): Framework {
  return builtInFrameworks().framework(id)!;
}

/** The analysis of a memo as of its own date. */
export function analysisOf(memo: Memo, under: Framework = framework()): Analysis {
  const asOf = memo.frontMatter.lawDate ?? memo.frontMatter.date ?? today;
  return analyzeMemo(memo, indexCitations(memo, builtIn(), { asOf, today }), under);
}

export function analyze(text: string, under: Framework = framework()): Analysis {
  return analysisOf(createMemo('file:///memo.md', 1, text), under);
}

/** The finding of an element or part. */
export function findingOf(analysis: Analysis, id: string): ElementFinding {
  for (const element of analysis.elements) {
    if (element.element === id) return element;
    const part = element.parts.find((one) => one.element === id);
    if (part) return part;
  }
  throw new Error(`no element ${id}`);
}
