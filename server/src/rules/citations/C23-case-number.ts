import table from '../../../citations/case-numbers.json';
import type { Rule } from '../rule';
import { type CaseFault, type CaseNumber, caseNumbers } from './caseNumbers';

const id = 'C23';

/** A case number that cannot be right. */
export const rule: Rule = {
  id,
  name: 'case-number',
  severity: 'warning',
  scope: 'citation',
  title: { zh: '案号格式', en: 'Form of case numbers' },
  purpose: {
    zh: '案号由收案年度、法院代字、类型代字、编号组成。代字不在表中、法院代字的数字位数不对、年度在将来、2016年前后的新旧格式用错时提示。',
    en: 'A case number has a year, a court code, a type code and a serial. Reports unknown codes, a wrong number of digits in the court code, a year in the future, and the old form after 2015 or the new one before 2016.',
  },
  source: {
    zh: '最高人民法院《关于人民法院案件案号的若干规定》第一条至第五条。',
    en: 'SPC Provisions on Case Numbers of the People’s Courts, Articles 1 to 5.',
  },
  examples: [
    { text: '参见（2022）沪013民终345号判决。', finds: ['（2022）沪013民终345号'] },
    { text: '参见（2019）朝民初字第1532号判决。', finds: ['（2019）朝民初字第1532号'] },
    { text: '参见（2022）深0305民初1532号判决。', finds: ['（2022）深0305民初1532号'] },
    {
      text: '参见(2016)京0101民初17号、（2021）最高法知民终1062号、（2015）朝民初字第1532号、（2020）粤民终463号。',
      finds: [],
    },
    { text: '法释〔2022〕8号、国务院令第778号、（2022）第3号公告。', finds: [] },
    {
      text: '（2021）京长安内民证字第1532号公证书、（2021）沪市监行罚字第12号决定、（2020）沪仲案字第153号裁决。',
      finds: [],
    },
  ],
  *check(context) {
    const present = Number(context.today.slice(0, 4));
    for (const number of caseNumbers(context.memo)) {
      const fault = faultOf(number, present);
      if (fault === 'ok') continue;
      yield {
        rule: id,
        severity: fault === 'type' ? 'information' : 'warning',
        start: number.start,
        end: number.end,
        message: { key: `C23.${fault}`, args: { number: number.text, since: table.since, present } },
      };
    }
  },
};

function faultOf({ year, fault }: CaseNumber, present: number): CaseFault {
  return year > present || year < table.earliest ? 'year' : fault;
}
