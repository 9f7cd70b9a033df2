import type { ElementFinding } from '../analysis/analysis';
import { elementDefinition } from '../analysis/definition';
import type { CitationStatus } from '../citations/citation';
import { type Locale, say } from '../messages';
import type { Check } from '../rules/check';
import type { StatuteLibrary } from '../statutes/library';
import { createLineIndex } from '../text/lines';
import { version } from '../version';

/**
 * The coverage matrix of a memo as Markdown: each element with its state, its three facets and the sentences that
 * decided; the laws cited with their state; the findings; the silenced ones with their reasons. For the reviewing partner.
 */
export function coverageReport(check: Check, locale: Locale, library: StatuteLibrary): string {
  const t = (key: string, args?: Record<string, string | number>) =>
    say(locale, { key: `report.${key}`, ...(args && { args }) });
  const lines = createLineIndex(check.memo);
  const lineOf = (offset: number) => lines.position(offset).line + 1;
  const place = (offset: number) => t('line', { line: lineOf(offset) });
  const zh = locale === 'zh-CN';
  const out: string[] = [];
  const title = check.memo.frontMatter.title ?? check.memo.sections.find((s) => s.level === 1)?.title ?? '';
  out.push(`# ${t('title')}${title ? `：${title}` : ''}`, '');
  out.push(t('asOf', { asOf: check.asOf, framework: check.framework.name[zh ? 'zh' : 'en'] }), '');

  out.push(row(['element', 'status', 'authority', 'application', 'conclusion', 'where'].map((k) => t(k))));
  out.push(row(Array(6).fill('---')));
  const element = (finding: ElementFinding, depth: number) => {
    const definition = elementDefinition(check.framework, finding.element);
    const name = definition?.name[zh ? 'zh' : 'en'] ?? finding.element;
    const required = depth === 0 && definition && 'kind' in definition && definition.kind === 'required';
    const state = say(locale, { key: `status.${finding.status}` });
    const at = [...new Set(finding.evidence.slice(0, mostPlaces).map((e) => lineOf(e.start)))];
    const where = at.sort((a, b) => a - b).join(zh ? '、' : ', ');
    const facet = (value: boolean) => (finding.status === 'waived' ? '' : value ? '✓' : '—');
    out.push(
      row([
        `${depth > 0 ? '　└ ' : ''}${required ? `**${name}**` : name}`,
        `${inOnePiece(`${marks[finding.status]} ${state}`)}${finding.reason ? `（${finding.reason}）` : ''}`,
        facet(finding.facets.authority),
        facet(finding.facets.application),
        facet(finding.facets.conclusion),
        where,
      ]),
    );
    if (required) for (const part of finding.parts) if (part.status !== 'missing') element(part, depth + 1);
  };
  for (const finding of check.analysis.elements) {
    if (finding.required || finding.status !== 'missing') element(finding, 0);
  }

  out.push('', `## ${t('why')}`, '');
  for (const finding of check.analysis.elements) {
    const sentences = finding.evidence.slice(0, 4).sort((a, b) => a.start - b.start);
    if (sentences.length === 0) continue;
    const names = elementDefinition(check.framework, finding.element)?.name;
    out.push(`- ${names?.[zh ? 'zh' : 'en'] ?? finding.element}`);
    for (const { start, end } of sentences) {
      const words = check.memo.text.slice(start, end).replace(/\s+/g, ' ');
      out.push(`  - ${place(start)}：${plain(words.length > 80 ? `${words.slice(0, 80)}…` : words)}`);
    }
  }

  out.push(
    '',
    `## ${t('authorities')}`,
    '',
    row([t('law'), t('count'), t('state')]),
    row(['---', '---', '---']),
  );
  const laws = new Map<string, { count: number; states: Map<string, number> }>();
  for (const citation of check.citations.citations) {
    const law = citation.statute?.short ?? citation.unknownTitle ?? '?';
    const entry = laws.get(law) ?? { count: 0, states: new Map() };
    laws.set(law, entry);
    for (const { status } of citation.targets) {
      entry.count++;
      const state = truth(status);
      entry.states.set(state, (entry.states.get(state) ?? 0) + 1);
    }
  }
  for (const [law, { count, states }] of laws) {
    const words = [...states].map(([state, n]) => `${t(state)} ${n}`).join('、');
    out.push(row([law === '?' ? '?' : `《${law}》`, String(count), words]));
  }

  for (const [key, findings] of [
    ['findings', check.findings],
    ['muted', check.muted],
  ] as const) {
    if (key === 'muted' && findings.length === 0) continue;
    out.push('', `## ${t(key)}`, '');
    if (findings.length === 0) out.push(t('none'));
    for (const finding of findings) {
      const severity = say(locale, { key: `cli.severity.${finding.severity}` });
      out.push(
        `- ${place(finding.start)} · ${severity} · ${finding.rule} · ${plain(say(locale, finding.message))}`,
      );
    }
  }
  out.push(
    '',
    '---',
    '',
    t('tool', { version, library: library.version, laws: library.statutes().length }),
    '',
  );
  return out.join('\n');
}

const marks = { missing: '✗', mentioned: '△', partial: '◐', addressed: '●', waived: '○' } as const;

/** The three truth states. */
function truth(status: CitationStatus): 'verified' | 'contradicted' | 'unverified' {
  if (status === 'verified') return 'verified';
  return status === 'unknown-law' || status === 'unresolved' || status === 'not-in-library'
    ? 'unverified'
    : 'contradicted';
}

/** At most this many places of an element are named: its first, most telling ones. */
const mostPlaces = 8;

/** Words that a narrow column must not break between two characters: joined by U+2060, spaces that hold. */
const inOnePiece = (words: string) => [...words.replaceAll(' ', '\u00a0')].join('\u2060');

const row = (cells: readonly string[]) =>
  `| ${cells.map((c) => c.replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`;
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');
