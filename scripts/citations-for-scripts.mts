// Temporary
import type { CitationIndex } from '../server/src/citations/citation';
import type { Memo } from '../server/src/memo/memo';

const names: [string, string][] = [
  ['电子商务法', '电子商务法'],
  ['电商法', '电子商务法'],
  ['電子商務法', '电子商务法'],
  ['E-Commerce Law', '电子商务法'],
  ['ECL', '电子商务法'],
  ['民法典', '民法典'],
  ['Civil Code', '民法典'],
  ['消费者权益保护法实施条例', '消费者权益保护法实施条例'],
  ['消费者权益保护法', '消费者权益保护法'],
  ['消法', '消费者权益保护法'],
  ['食品安全法', '食品安全法'],
  ['药品管理法', '药品管理法'],
  ['DAL', '药品管理法'],
  ['侵权责任法', '侵权责任法'],
  ['侵权法', '侵权责任法'],
  ['网络交易监督管理办法', '网络交易监督管理办法'],
  ['網絡交易監督管理辦法', '网络交易监督管理办法'],
  ['网络安全法', '网络安全法'],
  ['医疗器械监督管理条例', '医疗器械监督管理条例'],
  ['旅游法', '旅游法'],
  ['产品质量法', '产品质量法'],
];
const cn: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
function num(s: string): number {
  if (/^\d+$/.test(s)) return Number(s);
  let t = 0,
    c = 0;
  for (const ch of s) {
    if (ch in cn) c = cn[ch]!;
    else {
      const u = { 十: 10, 百: 100, 千: 1000 }[ch as '十']!;
      t += (c || 1) * u;
      c = 0;
    }
  }
  return t + c;
}
export function indexForScripts(memo: Memo): CitationIndex {
  const out: unknown[] = [];
  const text = memo.text;
  const re =
    /第\s*([一二三四五六七八九十百千零〇两\d]+)\s*[条條](?:第\s*([一二三四五六七八九十\d]+)\s*款)?|(?:Art(?:icle|\.)?s?) (\d+)(?:\((\d)\))?|(?:ECL|DAL) (\d+)(?:\((\d)\))?|民法典 (\d{3,4})/g;
  for (const m of text.matchAll(re)) {
    const before = text.slice(Math.max(0, m.index - 120), m.index + m[0].length + 24);
    let law: string | undefined;
    let at = -1;
    for (const [n, l] of names) {
      const i = before.lastIndexOf(n);
      if (i > at) {
        at = i;
        law = l;
      }
    }
    const article = num((m[1] ?? m[3] ?? m[5] ?? m[7])!);
    const paragraph = m[2] ?? m[4] ?? m[6];
    out.push({
      start: m.index,
      end: m.index + m[0].length,
      statute: law ? { short: law } : undefined,
      targets: [{ place: { article, ...(paragraph ? { paragraph: num(paragraph) } : {}) } }],
    });
  }
  return {
    asOf: '2026-11-24',
    citations: out,
    mentions: [],
    aliases: [],
    quotations: [],
  } as unknown as CitationIndex;
}
