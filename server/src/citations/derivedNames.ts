import type { Statute } from '../statutes/statute';
import { simplify, titleForm } from './fold';

/**
 * Names by which interpretations go in practice and that no list has to hold: 关于适用〈公司法〉若干问题的规定（四） is 公司法解释四,
 * 关于审理网络消费纠纷案件…的规定（一） is 网络消费纠纷司法解释（一）.
 */
export function derivedNames(statute: Statute, namesOf: ReadonlyMap<string, readonly string[]>): string[] {
  const title = simplify(statute.title).replace(/\s/g, '');
  const number = /[（(]([一二三四五六七八九十]{1,3})[）)]$/.exec(title)?.[1];
  const kind = /(解释|规定|意见|批复)(?:[（(]|$)/.exec(title)?.[1];
  if (!kind) return [];
  const out: string[] = [];
  const add = (stem: string) => {
    for (const word of new Set(['解释', '司法解释', kind])) {
      if (word === '意见' && kind !== '意见') continue;
      if (number) out.push(`${stem}${word}${number}`);
      else out.push(stem + word);
      if (number === '一') out.push(stem + word);
    }
  };
  const applied = /关于适用[《〈（(](.{2,30}?)[》〉）)](.{0,12}?)(?:的|若干|$)/.exec(title);
  if (applied) {
    const law = titleForm(applied[1] as string);
    const part = (applied[2] as string).replace(/有关.*|几个.*/, '');
    for (const name of namesOf.get(law) ?? [law]) {
      const stem = titleForm(name) + part;
      if (stem.length <= 14) add(stem);
    }
    if (/编/.test(part)) add(part);
  }
  const tried = /关于(?:审理|办理)(.{2,24}?)(?:纠纷)?(?:民事|刑事|行政)?案件/.exec(title);
  if (tried) {
    const stem = tried[1] as string;
    add(stem);
    if (/纠纷/.test(title)) add(`${stem}纠纷`);
  }
  return out;
}
