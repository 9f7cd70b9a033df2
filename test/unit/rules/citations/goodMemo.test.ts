import assert from 'node:assert/strict';
import type { StyleProfile } from '../../../../server/src/rules/rule';
import { citationFindings, shown } from './citationRules';

/** Everything in it is cited as it should be: no rule may speak. */
const chinese = `---
title: 关于平台责任的备忘录
law-date: 2026-11-16
facts-date: 2026-03-12
---

# 关于平台责任的备忘录

引用的规范：《中华人民共和国民法典》（以下简称《民法典》）、《中华人民共和国电子商务法》（以下简称《电子商务法》）和
《最高人民法院关于审理食品药品纠纷案件适用法律若干问题的规定》（以下简称《食品药品纠纷规定》）。

## 一、主体

《电子商务法》第九条第二款规定的平台经营者，与第三十七条第二款的自营不同；该法第三十八条第一款、第二款分别规定两种责任。

## 二、责任

依照《民法典》第一千一百九十八条、《电子商务法》第三十八条第二款和《食品药品纠纷规定》第三条，平台应当承担相应的责任。
《电子商务法》第三十八条第一款规定：“未采取必要措施的，依法与该平台内经营者承担连带责任。”同条第二款不同。
行政责任见《电子商务法》第八十条第一款第一项至第三项，并参见第八十三条。平台服务协议第9条、GB 7718—2011第4.1.2条不是法律。

| 问题 | 依据 |
| --- | --- |
| 通知 | 《民法典》第一千一百九十五条至第一千一百九十七条 |

参见（2021）沪01民终1532号判决、法释〔2021〕17号。事发前的案件适用原《中华人民共和国侵权责任法》第三十七条，该法已废止。
`;

const academic = chinese
  .replace(
    /第([一二三四五六七八九十百千]+)([条款项])/g,
    (_, n: string, unit: string) => `第${value(n)}${unit}`,
  )
  .replace(/》、《/g, '》《');

function value(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const c of numeral) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c];
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
    } else digit = '零一二三四五六七八九'.indexOf(c);
  }
  return total + digit;
}

const english = `---
language: en
law-date: 2026-11-16
---

# Liability of the platform

Under Article 38(2) of the E-Commerce Law (“ECL”) the platform bears corresponding liability; Article 83 of the ECL provides for fines.
Article 1198 of the Civil Code and Articles 1194 to 1197 thereof are alternatives. See paragraph 1 of Article 44 of the Consumer
Protection Law. Clause 9 of the Terms of Service is void. Article 6(1)(f) GDPR does not apply.
`;

describe('citation rules: good memos', () => {
  const memos: readonly [name: string, text: string, profile: StyleProfile][] = [
    ['Chinese, firm', chinese, 'firm'],
    ['Chinese, court', chinese, 'court'],
    ['Chinese, academic', academic, 'academic'],
    ['English', english, 'firm'],
  ];
  for (const [name, text, profile] of memos) {
    it(`${name}: silent`, () => {
      const { findings } = citationFindings(text, profile);
      assert.equal(shown(findings), '');
    });
  }
});
