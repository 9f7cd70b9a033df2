import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './builtIn';
import { indexOf } from './fixture';

const folder = path.join(root, '../shared/corpus/texts');
const scorer = path.join(root, '../shared/tools/score-corpus');

interface Figure {
  readonly recall: number;
  readonly f1: number;
}
interface Kind {
  readonly span: Figure;
  readonly full: Figure;
}

describe('development corpus', () => {
  it('is read as well as it was', function () {
    if (!existsSync(folder) || !existsSync(scorer)) {
      console.log(`      skipped: no ${path.relative(root, folder)}`);
      this.skip();
    }
    this.timeout(60_000);
    const docs: Record<string, unknown> = {};
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.md'))) {
      const { citations } = indexOf(readFileSync(path.join(folder, file), 'utf8'));
      docs[file] = {
        citations: citations.flatMap((c) =>
          c.targets.map((t) => ({
            start: c.start,
            end: c.end,
            law: c.statute?.short ?? c.unknownTitle ?? null,
            ...t.place,
            ...(t.to ? { to: t.to } : {}),
          })),
        ),
      };
    }
    const temporary = mkdtempSync(path.join(tmpdir(), 'citations-'));
    try {
      const predictions = path.join(temporary, 'predictions.json');
      writeFileSync(predictions, JSON.stringify({ schemaVersion: 1, docs }));
      const output = execFileSync(process.execPath, [scorer, predictions, '--json'], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      const score = JSON.parse(output) as {
        citations: Kind & {
          article: Figure;
          exactBoundaryRecall: number;
          byCitationKind: Record<string, Kind>;
        };
        hardNegatives: { n: number; resolvedToStatute: number };
      };
      const { citations, hardNegatives } = score;
      const figures = {
        'full resolution F1': [citations.full.f1, 0.985],
        'law + article F1': [citations.article.f1, 0.985],
        'exact boundaries': [citations.exactBoundaryRecall, 0.985],
        'elliptic recall': [citations.byCitationKind.elliptic!.full.recall, 0.95],
        'anaphoric recall': [citations.byCitationKind.anaphoric!.full.recall, 0.95],
        'hard negatives left alone': [1 - hardNegatives.resolvedToStatute / hardNegatives.n, 0.98],
      } as const;
      for (const [name, [reached, floor]] of Object.entries(figures)) {
        console.log(`      ${name} ${(100 * reached).toFixed(1)}`);
        assert.ok(reached >= floor, `${name}: ${reached}, floor ${floor}`);
      }
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });

  it('a paper of January 2025 cites the Cybersecurity Law by its numbers of then', function () {
    const paper = path.join(folder, 'seed.md');
    if (!existsSync(paper)) {
      console.log(`      skipped: no ${path.relative(root, paper)}`);
      this.skip();
    }
    const text = readFileSync(paper, 'utf8');
    const of = (asOf: string) =>
      indexOf(text, asOf)
        .citations.filter((c) => c.statute?.short === '网络安全法')
        .flatMap((c) => c.targets.map((t) => `${t.place.article}–${t.to?.article} ${t.status}`));
    assert.deepEqual(of('2026-11-25'), ['40–50 renumbered', '21–39 renumbered']);
    assert.deepEqual(of('2025-01-14'), ['40–50 verified', '21–39 verified']);
  });
});
