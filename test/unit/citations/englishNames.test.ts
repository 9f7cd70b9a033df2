import assert from 'node:assert/strict';
import english from '../../../server/citations/english.json';
import { builtIn } from './builtIn';
import { describeFixtures } from './fixture';

describe('lists of English names', () => {
  it('are of laws in the library', () => {
    const keys = [
      ...Object.keys(english.names),
      ...Object.keys(english.interpretations),
      ...Object.values(english.behindLocator),
    ];
    assert.deepEqual(
      keys.filter((short) => !builtIn().statute(short) && !(short in english.titles)),
      [],
    );
  });

  it('hold no title that the library has', () => {
    assert.deepEqual(
      Object.keys(english.titles).filter((title) => builtIn().find(title).length > 0),
      [],
    );
  });
});

describeFixtures(
  'English names',
  `
  Article 31 of the Law on Enterprise Bankruptcy => 企业破产法 31
  Article 87 of the Labour Contract Law; Labor Contract Law, Article 47 => 劳动合同法 87; 劳动合同法 47
  Article 222 of the Maritime Code; Article 10 of the Law on Minors Protection => 海商法 222; 未成年人保护法 10
  Article 12 of the Regulations on the Export Control of Dual-Use Items => 两用物项出口管制条例 12
  Article 16 of the Measures on Cybersecurity Review => 网络安全审查办法 16
  Article 32 of the SPC Provisions (II) on the Enterprise Bankruptcy Law => 企业破产法规定（二） 32 「Article 32 of the SPC Provisions (II) on the Enterprise Bankruptcy Law」
  Article 18 of the Company Law Interpretation (III) => 公司法解释（三） 18 「Article 18 of the Company Law Interpretation (III)」
  Article 18 of the Provisions of the Supreme People's Court on Several Issues concerning the Application of the Company Law (III) => 公司法解释（三） 18
  Company Law Judicial Interpretation IV, Article 5 => 公司法解释（四） 5
  Article 1 of the Interpretation of the SPC on the Application of the Anti-Unfair Competition Law => 反不正当竞争法解释 1
  Article 36 of the SPC’s Interpretation (I) on the Application of Law in Labour Dispute Cases => 劳动争议解释（一） 36
  Article 36 of the SPC Interpretation on Issues Concerning the Application of Law in the Trial of Labor Dispute Cases (I) => 劳动争议解释（一） 36
  Article 35 of the Interpretation (I) on Construction Contract Disputes => 建设工程施工合同解释（一） 35
  Article 25 of the SPC Provisions on Private Lending Cases => 民间借贷规定 25
  Interpretation (I) on the Marriage and Family Book of the Civil Code, Article 69 => 婚姻家庭编解释（一） 69
  Article 9 of the Company Law Interpretation (IX) => ?Company Law Interpretation (IX) 9
  Article 5 of the Cayman Companies Law => –
  MOFCOM's Blocking Rules add a report (Article 5 thereof). => ?阻断外国法律与措施不当域外适用办法 5
  Provisions on the Unreliable Entity List, Article 2; Article 40 of the GCP => ?不可靠实体清单规定 2; ?药物临床试验质量管理规范 40
`,
);
