/** Characters of Chinese text: ideographs, its punctuation, full-width forms. */
const chinese = /[\u3400-\u9fff\uf900-\ufaff\u3001-\u301b“”‘’—…（）！，：；？％]/;

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};

/**
 * Brings a line of law to the official typography: half-width `, ; : ( ) ? !` beside Chinese characters become
 * full-width, blanks between Chinese characters go, other runs of white space are one blank.
 * @returns the text and the number of punctuation marks that were changed
 */
export function officialPunctuation(line: string): { text: string; changes: number } {
  let changes = 0;
  let out = '';
  const isChinese = (c: string | undefined) => c !== undefined && chinese.test(c);
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (c === ' ') {
      const next = line[i + 1];
      if (next === ' ') continue;
      if (isChinese(out[out.length - 1]) && isChinese(next)) continue;
      out += c;
      continue;
    }
    const full = wide[c];
    if (full !== undefined && (isChinese(out[out.length - 1]) || isChinese(nextOf(line, i)))) {
      out += full;
      changes++;
    } else out += c;
  }
  return { text: out, changes };
}

function nextOf(line: string, at: number): string | undefined {
  return line[at + 1] === ' ' ? line[at + 2] : line[at + 1];
}
