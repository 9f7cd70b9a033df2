import assert from 'node:assert/strict';
import type { Citation, CitationIndex } from '../../../server/src/citations/citation';
import { indexCitations } from '../../../server/src/citations/indexCitations';
import { createMemo } from '../../../server/src/memo/createMemo';
import type { Locator } from '../../../server/src/statutes/statute';
import { builtIn } from './builtIn';

/**
 * One fixture a line: `text => expectation`. In the text ⏎ is a line break. The expectation lists the citations in order,
 * separated by `;`, each `law targets [!status]`:
 * targets are separated by `,`; a target is `38`, `38/2` (款), `80/1#1` (款 and 项), `506#1` (项 alone), `133-1` (之一), `21~39` (range).
 * `?law` = not in the library, `?` alone = unresolved; `–` = no citation. Without a status `verified` or `not-in-library` is meant.
 * A date in brackets before the text, `[2025-01-14]`, is the law date; `「…」` after the targets is the text that the citation covers.
 */
export interface Fixture {
  readonly line: string;
  readonly text: string;
  readonly asOf: string;
  readonly expected: string;
}

export const today = '2026-11-25';

export function fixtures(lines: string): Fixture[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .map((line) => {
      const arrow = line.lastIndexOf(' => ');
      assert.ok(arrow > 0, `no expectation in: ${line}`);
      let text = line.slice(0, arrow).trim().replaceAll('⏎', '\n');
      let asOf = today;
      const date = /^\[(\d{4}-\d{2}-\d{2})\] ?/.exec(text);
      if (date) {
        asOf = date[1]!;
        text = text.slice(date[0].length);
      }
      return { line, text, asOf, expected: line.slice(arrow + 4).trim() };
    });
}

export function indexOf(text: string, asOf = today): CitationIndex {
  return indexCitations(createMemo('file:///memo.md', 1, text), builtIn(), { asOf, today });
}

function placeText(place: Locator): string {
  const { article, suffix, paragraph, item, subitem } = place;
  return (
    (article ?? '') +
    (suffix === undefined ? '' : `-${suffix}`) +
    (paragraph === undefined ? '' : `/${paragraph}`) +
    (item === undefined ? '' : `#${item}`) +
    (subitem === undefined ? '' : `.${subitem}`)
  );
}

function citationText(citation: Citation, withSpan: boolean): string {
  const law = citation.statute?.short ?? `?${citation.unknownTitle ?? ''}`;
  const targets = citation.targets
    .map((t) => placeText(t.place) + (t.to ? `~${placeText(t.to)}` : ''))
    .join(',');
  const bad = citation.targets
    .map((t) => t.status)
    .filter((s) => !['verified', 'not-in-library', 'unknown-law', 'unresolved'].includes(s));
  return `${law} ${targets}${withSpan ? ` 「${citation.raw.replaceAll('\n', '⏎')}」` : ''}${bad.length > 0 ? ` !${[...new Set(bad)].join('+')}` : ''}`;
}

export function checkFixture(fixture: Fixture): void {
  const { citations } = indexOf(fixture.text, fixture.asOf);
  const found = citations.map((c) => citationText(c, fixture.expected.includes('「'))).join('; ') || '–';
  assert.equal(found, fixture.expected, fixture.line);
}

export function describeFixtures(title: string, lines: string): void {
  describe(title, () => {
    for (const fixture of fixtures(lines)) it(fixture.line, () => checkFixture(fixture));
  });
}
