import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { CitationStatus } from '../citations/citation';
import type { FeatureContext } from './context';

/** Token types by the three truth states; themes without colours for them show nothing. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ['citationVerified', 'citationContradicted', 'citationUnverified'],
  tokenModifiers: [],
};

const contradicted: ReadonlySet<CitationStatus> = new Set([
  'no-such-article',
  'no-such-paragraph',
  'no-such-item',
  'repealed',
  'not-yet-effective',
  'renumbered',
]);

/** Citations by their state: verified, contradicted, not in the library. Offsets are cut at line ends, as the protocol asks. */
export function semanticTokens(context: FeatureContext): SemanticTokens {
  const { lines, check } = context;
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  const push = (start: number, end: number, type: number) => {
    const from = lines.position(start);
    const to = lines.position(end);
    for (let line = from.line; line <= to.line; line++) {
      const first = line === from.line ? from.character : 0;
      const stop = line === to.line ? to.character : lines.lineEnd(line) - lines.lineStart(line);
      if (stop <= first) continue;
      const deltaLine = line - lastLine;
      const deltaStart = deltaLine === 0 ? first - lastCharacter : first;
      if (deltaLine === 0 && data.length > 0 && deltaStart < 0) continue;
      data.push(deltaLine, deltaStart, stop - first, type, 0);
      lastLine = line;
      lastCharacter = first;
    }
  };
  let end = 0;
  for (const citation of check.citations.citations) {
    if (citation.start < end) continue;
    end = citation.end;
    const states = citation.targets.map((t) => t.status);
    const type = states.some((s) => contradicted.has(s)) ? 1 : states.every((s) => s === 'verified') ? 0 : 2;
    push(citation.start, citation.end, type);
  }
  return { data };
}
