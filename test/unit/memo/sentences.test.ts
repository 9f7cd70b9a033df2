import assert from 'node:assert/strict';
import { splitSentences } from '../../../server/src/memo/sentences';

function split(prose: string): string[] {
  return splitSentences(prose).map(({ start, end }) => prose.slice(start, end));
}

/** Each fixture is the sentences as they must come out, joined by the given separator. */
const fixtures: readonly (readonly string[])[] = [
  ['平台应当尽到审核义务。', '未尽到的，承担相应的责任；', '难道不是吗？！', '是的'],
  ['《电子商务法》第三十八条规定：“应当承担相应的责任。”', '该条第二款另有规定。'],
  ['“应当承担相应的责任。”的规定不适用于本案。'],
  ['（见附件一。）', '以下分析因果关系。'],
  ['价格为3.5元。', '版本 v2.0 已上线！'],
  ['一、资质\n', '二、因果'],
  ['根据《电子商务法》第三十八条\n的规定，平台应当审核。'],
];
const english: readonly (readonly string[])[] = [
  ['Under Art. 38 of the E-Commerce Law the platform is liable.', 'It failed to verify.'],
  ['See Smith v. Jones, No. 12 of the list.', 'The P.R.C. Civil Code applies.'],
  ['He said "stop."', '"Why?" she asked.'],
  ['Damages are 3.5 million, i.e. Too much!', 'Is that so?', 'Yes.'],
  ['Acme Co. Ltd. is the operator.'],
  ['1. Facts come first.', '2. Law follows.'],
];

describe('sentences', () => {
  for (const sentences of fixtures) {
    const trimmed = sentences.map((sentence) => sentence.trim());
    it(trimmed.join(' | '), () => assert.deepEqual(split(sentences.join('')), trimmed));
  }
  for (const sentences of english) {
    it(sentences.join(' | '), () => assert.deepEqual(split(sentences.join(' ')), sentences));
  }

  it('keeps white space out and loses nothing else', () => {
    assert.deepEqual(split('  甲。 \n 乙。  '), ['甲。', '乙。']);
    assert.deepEqual(split(''), []);
    assert.deepEqual(split(' \n '), []);
    assert.deepEqual(split('。'), ['。']);
  });

  it('takes linear time', () => {
    for (const unit of ['。', '.', '”', '.”', 'a.', '1. ', '\n', '（一', '. ', '。”'])
      assert.ok(splitSentences(unit.repeat(100_000)).length >= 0);
  }).timeout(2000);
});
