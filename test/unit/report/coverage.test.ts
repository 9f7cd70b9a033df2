import assert from 'node:assert/strict';
import { coverageReport } from '../../../server/src/report/coverage';
import { check } from '../rules/environment';

const memo = `# 备忘录

## 一、摘要

平台的审核疏失与损害之间有因果关系。

## 二、因果关系

依照《民法典》第一千一百六十五条第一款，平台的不作为与损害之间须有因果关系。若平台在2月1日下架该商品，王女士不会购得，损害不会发生。综上，因果关系成立。
`;

const report = () => {
  const result = check(memo);
  return coverageReport(result, 'zh-CN', result.context.library);
};

describe('coverage matrix', () => {
  it('keeps a state in one piece in a narrow column', () => {
    const row = report()
      .split('\n')
      .find((line) => line.startsWith('| **因果关系**'))!;
    assert.ok(row);
    const state = row.split('|')[2]!.trim();
    assert.doesNotMatch(state, /\s(?!\u2060)|[一-鿿][一-鿿]/);
    assert.match(state.replaceAll('\u2060', ''), /^[●◐△]/);
  });

  it('names the lines in their order, each once', () => {
    for (const line of report().split('\n')) {
      const where = /\| ([\d、]+) \|$/.exec(line)?.[1];
      if (!where) continue;
      const numbers = where.split('、').map(Number);
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      );
    }
  });
});
