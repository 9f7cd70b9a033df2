/** Sentences that the generated memos are made of, as common in real ones. */
const sentences = [
  '平台经营者对关系消费者生命健康的商品，未尽到审核义务，造成消费者损害的，依法承担相应的责任。',
  '根据《电子商务法》第三十八条第二款的规定，应当核验其资质；',
  '本案中，平台未对减肥茶的生产许可证进行审查，**构成过错**。',
  '参见《民法典》第一千一百九十八条[^1]，以及[判决书](http://example.com/a)。',
  '因果关系成立与否，需结合鉴定意见。',
  'The platform failed to verify the licence under Art. 38.',
];

/**
 * A generated memo of about `bytes` bytes of UTF-8, always the same for the same arguments.
 * @param headings false = not one heading in it
 */
export function memoText(bytes: number, headings = true): string {
  let state = 1;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const sentence = () => sentences[random(sentences.length)] as string;
  const blocks = [
    () => (headings ? `${'#'.repeat(1 + random(3))} 平台的审核义务\n` : sentence()),
    () => `- ${sentence()}\n- ${sentence()}\n  - ${sentence()}\n`,
    () => `> ${sentence()}\n> ${sentence()}\n`,
    () => `| 条款 | 内容 |\n|---|---|\n| 38 | ${sentence()} |\n`,
    () => `[^${random(1000)}]: ${sentence()}\n`,
  ];
  const parts: string[] = ['---\ntitle: 备忘录\ndate: 2026-11-24\n---\n'];
  let length = 0;
  while (length < bytes) {
    const kind = random(12);
    const block =
      kind < blocks.length ? (blocks[kind] as () => string)() : sentence() + sentence() + sentence();
    parts.push(block);
    length += Buffer.byteLength(block) + 2;
  }
  return parts.join('\n\n');
}
