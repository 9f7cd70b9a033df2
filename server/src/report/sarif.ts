import { allRules } from '../rules/all';
import { version } from '../version';
import type { CheckedFile, Speaker } from './checkedFile';

const levels = { 1: 'error', 2: 'warning', 3: 'note', 4: 'note' } as const;

/** SARIF 2.1.0, with a fingerprint that survives moved lines: rule, covered words, count of the same before. */
export function reportSarif(files: readonly CheckedFile[], speaker: Speaker): string {
  const language = speaker.locale === 'zh-CN' ? 'zh' : 'en';
  const results = files.flatMap(({ path, findings, diagnostics }) => {
    const seen = new Map<string, number>();
    return diagnostics.map((diagnostic, i) => {
      const words = findings[i]?.text ?? '';
      const key = `${diagnostic.code}\n${words.replace(/\s+/g, '')}`;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      const { start, end } = diagnostic.range;
      return {
        ruleId: String(diagnostic.code ?? ''),
        level: levels[diagnostic.severity ?? 3],
        message: { text: diagnostic.message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/'),
              },
              region: {
                startLine: start.line + 1,
                startColumn: start.character + 1,
                endLine: end.line + 1,
                endColumn: end.character + 1,
              },
            },
          },
        ],
        partialFingerprints: { 'legalMemo/v1': fnv(`${key}\n${nth}`) },
      };
    });
  });
  const rules = allRules.map((rule) => ({
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.purpose[language] },
  }));
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        { tool: { driver: { name: 'legal-memo', version, rules } }, columnKind: 'utf16CodeUnits', results },
      ],
    },
    null,
    2,
  )}\n`;
}

/** FNV-1a over code units, 64 bits in hexadecimal: stable, not secret. */
function fnv(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
