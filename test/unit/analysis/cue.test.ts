import assert from 'node:assert/strict';
import { isCueProblem, parseCue } from '../../../server/src/analysis/cue';
import { fold } from '../../../server/src/analysis/fold';

describe('cues', () => {
  const lists = { measure: ['下架', '停售'], sign: ['投诉'] };
  const parts = (text: string) => {
    const cue = parseCue(text, lists);
    assert.ok(!isCueProblem(cue), text);
    return cue.parts;
  };

  it('read words, alternatives, sequences, pairs and lists', () => {
    assert.deepEqual(parts('因果关系'), [[['因果关系']]]);
    assert.deepEqual(parts('未/没有…审核'), [[['未', '没有'], ['审核']]]);
    assert.deepEqual(parts('{sign} & {measure}'), [[['投诉']], [['下架', '停售']]]);
    assert.deepEqual(parts('没{measure}…{sign}后'), [[['没下架', '没停售'], ['投诉后']]]);
    assert.deepEqual(parts('{sign}未{measure}'), [[['投诉未下架', '投诉未停售']]]);
    assert.deepEqual(parts('But For'), [[['but for']]]);
  });

  it('say what cannot be read', () => {
    assert.deepEqual(parseCue('{nope}…不', lists), { code: 'unknown-list', arg: 'nope' });
    assert.deepEqual(parseCue('…', lists), { code: 'bad-cue', arg: '…' });
    assert.deepEqual(parseCue('没{nope}', lists), { code: 'unknown-list', arg: 'nope' });
    assert.deepEqual(parseCue('', lists), { code: 'bad-cue', arg: '' });
  });
});

describe('folding', () => {
  it('keeps the length and makes one form of many', () => {
    assert.equal(fold('資質審核義務'), '资质审核义务');
    assert.equal(fold('ＡＢ１２％（一）「甲」'), 'ab12%(一)“甲”');
    const text = '因果關係\n👨‍👩‍👧 É 《電商法》';
    assert.equal(fold(text).length, text.length);
  });
});
