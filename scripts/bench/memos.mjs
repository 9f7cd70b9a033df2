// Seeded memos for the benchmark: the same seed gives the same text. Chinese prose of legal memos with citations, lists,
// tables, quotations, footnotes and some English; sentences are put together from parts, none is taken from a text.

/** A small generator of reproducible numbers in [0, 1). */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

const laws = ['电子商务法', '民法典', '消费者权益保护法', '网络安全法', '食品安全法', '个人信息保护法'];
const last = {
  电子商务法: 89,
  民法典: 1258,
  消费者权益保护法: 63,
  网络安全法: 81,
  食品安全法: 154,
  个人信息保护法: 74,
};
const who = ['甲公司', '平台', '涉案商家', '消费者张某', '司机李某', '乙平台', '客服部门', '监管部门'];
const did = [
  '在入驻时核验了许可证',
  '未能及时下架涉案商品',
  '收到投诉后未作处理',
  '在页面上提示了风险',
  '向警方提供了订单信息',
  '主张已尽到合理注意',
  '认为损害由第三人造成',
  '未保留审核记录',
];
const when = [
  '2025年3月2日',
  '事发当日',
  '收到通知后',
  '入驻之初',
  '同年六月',
  '22时14分',
  '此后三日内',
  '庭审中',
];
const link = ['，因此', '；但是', '，而', '，并且', '；即便如此，', '，由此'];
const topics = [
  '资质审核',
  '损害预防',
  '协助救助',
  '因果关系',
  '免责事由',
  '责任形态',
  '举证责任',
  '主体认定',
  '生命健康',
  '网络安全',
];
const english = [
  'Under Article 38(2) of the E-Commerce Law the platform is liable where it fails to review.',
  'The claimant bears the burden of proof for the causal link.',
  'See Article 1198 of the Civil Code.',
];

/** @param bytes size in UTF-8 bytes @param options headings: false = one long text without a heading */
export function memo(bytes, seed, { headings = true } = {}) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const citation = () => {
    const law = pick(laws);
    const article = 1 + Math.floor(next() * last[law]);
    const form = next();
    const paragraph = next() < 0.3 ? `第${1 + Math.floor(next() * 2)}款` : '';
    if (form < 0.5) return `《${law}》第${article}条${paragraph}`;
    if (form < 0.7) return `《中华人民共和国${law}》第 ${article} 条${paragraph}`;
    if (form < 0.85) return `${law}第${article}条`;
    return `《${law}》第${Math.max(1, article - 2)}条至第${article}条`;
  };
  const sentence = () => {
    let s = `${pick(when)}，${pick(who)}${pick(did)}`;
    if (next() < 0.5) s += `${pick(link)}${pick(who)}${pick(did)}`;
    if (next() < 0.35) s = `依照${citation()}的规定，${s}`;
    if (next() < 0.05) s += `，第${1 + Math.floor(next() * 60)}条亦同`;
    return `${s}。`;
  };
  const paragraph = () => Array.from({ length: 2 + Math.floor(next() * 5) }, sentence).join('');
  const block = () => {
    const kind = next();
    if (kind < 0.62) return paragraph();
    if (kind < 0.76)
      return Array.from({ length: 3 + Math.floor(next() * 4) }, (_, i) => `${i + 1}. ${sentence()}`).join(
        '\n',
      );
    if (kind < 0.84) return `> ${sentence()}\n>\n> ${sentence()}`;
    if (kind < 0.9)
      return `| 事项 | 依据 | 说明 |\n| --- | --- | --- |\n${Array.from({ length: 4 }, () => `| ${pick(topics)} | ${citation()} | ${sentence()} |`).join('\n')}`;
    if (kind < 0.95) return `${pick(english)} ${pick(english)}`;
    const note = Math.floor(next() * 1e6);
    return `${paragraph().slice(0, -1)}[^${note}]。\n\n[^${note}]: ${sentence()}`;
  };
  const parts = [
    '---\ntitle: 性能测试备忘录\ndate: 2026-11-01\nlaw-date: 2026-11-01\n---\n',
    headings ? '# 性能测试备忘录' : '',
  ];
  let size = 200;
  let section = 0;
  const encoder = new TextEncoder();
  while (size < bytes) {
    if (headings && next() < 0.12) parts.push(`${next() < 0.5 ? '##' : '###'} ${pick(topics)}之${++section}`);
    parts.push(block());
    size += encoder.encode(parts[parts.length - 1]).length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
