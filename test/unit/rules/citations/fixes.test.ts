import assert from 'node:assert/strict';
import { fixesOf, safeEdits } from '../../../../server/src/features/codeActions';
import { allRules } from '../../../../server/src/rules/all';
import { applyFix } from '../applyFix';
import { check } from '../environment';
import { citationFindings, firstFix, shown } from './citationRules';

const rules = allRules.filter(({ id }) => id.startsWith('C'));

describe('citation rules: fixes', () => {
  it('no safe fix touches a number, a law or what is cited', () => {
    let seen = 0;
    for (const rule of rules)
      for (const { text, profile = 'firm' } of rule.examples) {
        const before = check(text, { profile });
        for (const finding of before.findings)
          for (const fix of fixesOf(finding, before)) {
            if (!fix.safe) continue;
            seen += 1;
            for (const edit of fix.edits)
              if (!/^〔\d{4}〕$/.test(edit.text))
                assert.doesNotMatch(edit.text, /[0-9零一二三四五六七八九十百千]/);
            const after = check(applyFix(text, fix), { profile });
            assert.deepEqual(cited(after), cited(before), text);
          }
      }
    assert.ok(seen > 5);
  });

  it('every fix of every example gives a text without that error', () => {
    for (const rule of rules)
      for (const { text, profile = 'firm' } of rule.examples) {
        const before = check(text, { profile });
        for (const finding of before.findings.filter((f) => f.rule === rule.id))
          for (const fix of fixesOf(finding, before)) {
            const fixed = applyFix(text, fix);
            const after = check(fixed, { profile });
            const errors = (result: typeof before) =>
              result.findings.filter((f) => f.rule.startsWith('C') && f.severity === 'error').length;
            assert.ok(errors(after) <= errors(before), `${text}\n→ ${fixed}\n${shown(after.findings)}`);
          }
      }
  });

  // What the first fix of a rule makes of a text: Markdown and everything around the numbers stay.
  const exact: readonly [rule: string, text: string, fixed: string][] = [
    ['C02', '**《电子商务法》** 第 **90** 条。', '**《电子商务法》** 第 **89** 条。'],
    [
      'C02',
      '[《电子商务法》第９０条](https://example.org/第90条)。',
      '[《电子商务法》第８９条](https://example.org/第90条)。',
    ],
    ['C02', '《电子商务法》第三十八条之一规定。', '《电子商务法》第三十八条规定。'],
    ['C03', '《电子商务法》**第38条第3款**规定。', '《电子商务法》**第38条第2款**规定。'],
    ['C03', '> 前文\n\n《电子商务法》\n第三十八条第三款。', '> 前文\n\n《电子商务法》\n第三十八条第二款。'],
    ['C03', '《电子商务法》第 38 条第 3 款。', '《电子商务法》第 38 条第 2 款。'],
    ['C03', 'Article 38(3) of the E-Commerce Law.', 'Article 38(2) of the E-Commerce Law.'],
    [
      'C03',
      'Paragraph 3 of Article 38 of the E-Commerce Law.',
      'Paragraph 2 of Article 38 of the E-Commerce Law.',
    ],
    ['C06', '《电子商务法》第 80 条第 1 项。', '《电子商务法》第 80 条第 1 款第 1 项。'],
    ['C06', '《电子商务法》第八十条**第二项**。', '《电子商务法》第八十条第一款**第二项**。'],
    ['C07', '《**侵权责任法**》第三十七条。', '《**民法典**》第一千一百九十八条。'],
    ['C08', '《网络安全法》第 21 条至第 39 条。', '《网络安全法》第 23 条至第 41 条。'],
    ['C11', '<<电子商务法>>第38条和〈民法典〉第1198条。', '《电子商务法》第38条和《民法典》第1198条。'],
    ['C14', '《民法典》 **1198** 条。', '《民法典》 **第1198** 条。'],
    ['C14', '《电子商务法》第27、29、38条。', '《电子商务法》第27条、第29条、第38条。'],
    ['C14', '《民法典》1195—1197条。', '《民法典》第1195条—第1197条。'],
    ['C25', '法发[2022]15号。', '法发〔2022〕15号。'],
  ];
  for (const [rule, text, fixed] of exact) {
    it(`${rule}: ${text}`, () => assert.equal(applyFix(text, firstFix(text, rule)), fixed));
  }

  it('never renumbers within quotations', () => {
    const text =
      '判决书写道：“依照《侵权责任法》第三十七条、《网络安全法》第21条至第39条，判决如下。”\n\n> 《合同法》第五十二条，民法典1198条。\n';
    const { result, findings } = citationFindings(text);
    assert.ok(
      findings.every((f) => f.severity !== 'error' && f.severity !== 'warning'),
      shown(findings),
    );
    for (const finding of findings) assert.deepEqual(fixesOf(finding, result), []);
  });

  it('converts the whole document and leaves quotations alone', () => {
    const text =
      '《电子商务法》第三十八条第二款、《刑法》第一百三十三条之一；原告称“依照民法典第一千一百九十八条”。另见第83条。\n\n> 依照《民法典》第一千一百七十九条。\n';
    assert.equal(
      applyFix(text, firstFix(text, 'C12', 'academic')),
      '《电子商务法》第38条第2款、《刑法》第133条之一；原告称“依照民法典第一千一百九十八条”。另见第83条。\n\n> 依照《民法典》第一千一百七十九条。\n',
    );
  });

  it('fix-all mends form and nothing else', () => {
    const text = '依照<<电子商务法>>第27、29条和《民法典》1198 条，法释[2022]8号；《电子商务法》第九十条。';
    const { result } = citationFindings(text);
    const fixed = applyFix(text, { title: { key: '' }, edits: safeEdits(result), safe: true });
    assert.equal(
      fixed,
      '依照《电子商务法》第27条、第29条和《民法典》第1198 条，法释〔2022〕8号；《电子商务法》第九十条。',
    );
    const again = citationFindings(fixed);
    assert.deepEqual(safeEdits(again.result), []);
  });
});

function cited(result: ReturnType<typeof check>) {
  return result.citations.citations.flatMap((citation) =>
    citation.targets.map(({ place, to, status }) => ({ law: citation.statute?.short, place, to, status })),
  );
}
