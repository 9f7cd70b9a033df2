import type { Finding, Rule } from '../rule';
import { caseNumbers } from './caseNumbers';

const id = 'C24';

/** A serial number that looks invented. */
export const rule: Rule = {
  id,
  name: 'suspicious-serial',
  severity: 'information',
  scope: 'citation',
  title: { zh: '案号可疑', en: 'Suspicious case number' },
  purpose: {
    zh: '编号为连号或同一数字（12345、1234、111、888888）的案号，多见于虚构案例；提请检索核实。',
    en: 'Serials that run in sequence or repeat one digit (12345, 1234, 111, 888888) are typical of invented cases: a reminder to look the case up.',
  },
  source: {
    zh: '人工智能虚构案例的公开通报；案例应当可以在人民法院案例库或中国裁判文书网检索到。',
    en: 'Reported incidents of fabricated cases; a case must be found in the official databases.',
  },
  examples: [
    { text: '参见（2022）沪01民终12345号。', finds: ['（2022）沪01民终12345号'] },
    { text: '参见（2021）京0101民初8888号和（2021）京0101民初1357号。', finds: ['（2021）京0101民初8888号'] },
    { text: '参见（2021）京0101民初1532号和（2021）京0101民初12号。', finds: [] },
  ],
  check(context) {
    return caseNumbers(context.memo)
      .filter(({ serial }) => isSuspicious(serial))
      .map(
        ({ start, end, text }): Finding => ({
          rule: id,
          severity: 'information',
          start,
          end,
          message: { key: 'C24', args: { number: text } },
        }),
      );
  },
};

/** Three or more equal digits, or four or more in sequence. */
function isSuspicious(serial: string): boolean {
  const digits = serial.replace(/^0+/, '');
  if (digits.length >= 3 && [...digits].every((c) => c === digits[0])) return true;
  return digits.length >= 4 && ('0123456789'.includes(digits) || '9876543210'.includes(digits));
}
