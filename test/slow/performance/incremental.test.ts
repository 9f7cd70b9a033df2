import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import { finish } from '../../../server/src/memo/steps';
import { type Check, checkMemo, checkSteps } from '../../../server/src/rules/check';
import { editSeed, markdown, toEdit } from '../../unit/memo/fuzz';
import { environment } from '../../unit/rules/environment';

const corpus = resolve(__dirname, '../../../../shared/corpus/texts');
const examples = resolve(__dirname, '../../../examples');
/** Edits in all. */
const edits = Number(process.env.MEMO_EDITS ?? 20_000);
/** Versions of a text that follow one another before they are compared: what is kept must not be disturbed in between. */
const run = 10;

const under = environment();

/** Pieces that mean something to citations, elements or rules. */
const pieces = [
  '《电子商务法》第九十条',
  '第38条第3款',
  '《侵权责任法》',
  '第三十七条至第四十条',
  '《',
  '》',
  '第',
  '\n\n## 二、民法典\n\n',
  '# 因果关系\n',
  '\n## 资质审核\n\n',
  '该法第八十三条，',
  '前述规定',
  '（以下简称《电商法》）',
  '《电商法》27、29条',
  '《某某管理办法》第三条',
  '规定：“依法与该平台内经营者承担相应责任”。',
  '根据相关法律规定，',
  '法释[2022]8号',
  '（2022）沪01民终12345号',
  '\n> 《合同法》第五十二条\n\n',
  '平台应当核验许可证，未核验与损害之间存在因果关系。',
  '本文不讨论免责。',
  '综上，平台应承担连带责任。',
  '【待补充】',
  'Article 38(2) of the E-Commerce Law',
  'Under Art. 1198 of the Civil Code, ',
  '<!-- legal-memo: disable C02 x -->\n',
  '<!-- legal-memo: enable -->\n',
  '<!-- legal-memo: waive causation 委托范围以外 -->\n',
  '| 要件 | 结论 |\n|---|---|\n| 因果关系 | （空） |\n',
  '---\n',
  '\n\n',
  '\r\n\r\n',
  '。',
  '👨‍👩‍👧',
  'é',
] as const;

/** An edit that puts one of the pieces somewhere or takes something away, or one that means something to Markdown. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.oneof(
  fc.record({ at: place, length: fc.constant(0), text: fc.constantFrom(...pieces) }),
  fc.record({ at: place, length: fc.nat({ max: 60 }), text: fc.constantFrom('', '字', ...pieces) }),
  editSeed,
);

/** All that a check says, as plain values. */
function said({ asOf, citations, analysis, findings, muted, switches }: Check) {
  // What a fix needs to know is of the fix's own kind.
  const plain = (list: Check['findings']) => list.map(({ data: _, ...finding }) => finding);
  return {
    asOf,
    citations: citations.citations,
    mentions: citations.mentions,
    aliases: citations.aliases,
    quotations: citations.quotations,
    analysis,
    findings: plain(findings),
    muted: plain(muted),
    switches,
  };
}

/** Edits a text step by step, checking each version as the server does, and compares each with a check from scratch. */
function edited(text: string, seed: number): number {
  const batches = fc.sample(fc.array(edit, { minLength: 1, maxLength: 2 }), { numRuns: run, seed });
  let memo = createMemo('file:///memo.md', 1, text);
  finish(checkSteps(memo, under));
  const checks: Check[] = [];
  for (const batch of batches) {
    let { length } = memo.text;
    const changes = batch.map((change) => {
      const one = toEdit(change, length);
      length += one.text.length - (one.end - one.start);
      return one;
    });
    memo = editMemo(memo, memo.version + 1, changes);
    checks.push(finish(checkSteps(memo, under)));
  }
  for (const check of checks) {
    const { uri, version } = check.memo;
    // A byte order mark that an edit put at the start stays there.
    const whole = check.memo.text.startsWith('\uFEFF') ? `\uFEFF${check.memo.text}` : check.memo.text;
    const scratch = checkMemo(createMemo(uri, version, whole), under);
    assert.deepEqual(said(check), said(scratch), JSON.stringify(check.memo.text));
  }
  return checks.length;
}

/** Parts of texts: an edit near another one is worth more than one far away. */
function parts(texts: readonly string[], size: number): string[] {
  return texts.flatMap((text, index) => {
    // A third of them with Windows line breaks and a byte order mark.
    const written = index % 3 === 0 ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text;
    return written.length <= size ? [written] : [written.slice(0, size), written.slice(-size)];
  });
}

function editAll(texts: readonly string[], count: number, seed: number): void {
  let done = 0;
  for (let at = 0; done < count; at += 1) done += edited(texts[at % texts.length] as string, seed + at);
}

const readAll = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

describe('many random edits of a checked memo', () => {
  it(`give what the new text gives, on ${edits / 2} edits of fuzzed texts`, function () {
    this.timeout(600_000);
    const lines = fc.sample(markdown(20), { numRuns: 400, seed: 20261124 });
    const words = fc.sample(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), {
      numRuns: 400,
      seed: 7,
    });
    editAll(
      lines.map((text, i) => `${text}\n\n${(words[i] ?? []).join('')}`),
      edits / 2,
      1000,
    );
  });

  it(`give what the new text gives, on ${edits / 4} edits of the examples`, function () {
    this.timeout(600_000);
    editAll(parts(readAll(examples), 1500), edits / 4, 2_000_000);
  });

  it(`give what the new text gives, on ${edits / 4} edits of real memos`, function () {
    this.timeout(600_000);
    if (!existsSync(corpus)) {
      console.log(`      skipped: no texts in ${corpus}`);
      this.skip();
    }
    editAll(parts(readAll(corpus), 1500), edits / 4, 3_000_000);
  });
});
