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
  // The last character written; asking the growing string for it would copy it each time.
  let last = '';
  for (let i = 0; i < line.length; i++) {
    let c = line[i]!;
    if (c === ' ') {
      const next = line[i + 1];
      if (next === ' ' || (isChinese(last) && isChinese(next))) continue;
    } else {
      const full = wide[c];
      if (full !== undefined && (isChinese(last) || isChinese(nextOf(line, i)))) {
        c = full;
        changes++;
      }
    }
    out += c;
    last = c;
  }
  return { text: out, changes };
}

const isChinese = (c: string | undefined) => c !== undefined && chinese.test(c);

function nextOf(line: string, at: number): string | undefined {
  return line[at + 1] === ' ' ? line[at + 2] : line[at + 1];
}
