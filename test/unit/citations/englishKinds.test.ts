import { describeFixtures } from './fixture';

describeFixtures(
  'English: kinds of writing',
  `
  // Small Roman numerals are items; letters and digits are what they were.
  Trademark Law arts 57(ii) and 63 => 商标法 57#2,63
  Article 5(1)(iv) of the Provisions on Promoting and Regulating Cross-border Data Flows => 促进和规范数据跨境流动规定 5/1#4

  // A list whose last member has a law of its own.
  The Civil Code applies. The duty is in Article 1206, and Article 19 of the Consumer Rights Protection Law agrees. => 民法典 1206; 消费者权益保护法 19
  Article 40, and Article 41 of the Product Quality Law, apply. => 产品质量法 40; 产品质量法 41
  Article 1206, and Article 41 of the Product Quality Law, apply. => 产品质量法 41
  Article 38 and Article 42 of the E-Commerce Law => 电子商务法 38,42
  Article 27, Article 29, and Article 38 of the E-Commerce Law => 电子商务法 27,29,38
  ECL, Article 38, and Article 1198 of the Civil Code => 电子商务法 38; 民法典 1198
  E-Commerce Law, Art. 38, and Art. 83 of the same statute => 电子商务法 38; 电子商务法 83

  // Words that refer back.
  The Price Law and the Provisions on Clearly Marking Prices and Prohibiting Price Fraud apply: see Article 19(4) of the same Provisions, and Article 14 of that law. => 明码标价和禁止价格欺诈规定 19/4; 价格法 14
  Article 38 of the ECL; Article 83 of the same statute; the latter Law, Article 85 => 电子商务法 38; 电子商务法 83; 电子商务法 85
  The SPC Provisions (II) on the Enterprise Bankruptcy Law (the “Provisions”) help. Article 32 of the Provisions covers proceeds; Provisions, art. 26. => 企业破产法规定（二） 32; 企业破产法规定（二） 26
  Article 12(2) of the Anti-Foreign Sanctions Law says: “whoever violates the preceding paragraph may be sued”. See the preceding paragraph of this memo. => 反外国制裁法 12/2; 反外国制裁法 12/1
  Article 38 of the E-Commerce Law. Article 7 of Regulation (EC) No 261/2004 is foreign; Article 5(3) of that Regulation as well. => 电子商务法 38
  Article 13 of the PIPL.[^1]⏎⏎[^1]: Id. art. 14; *ibid.* => 个人信息保护法 13; 个人信息保护法 14

  // Titles in Latin letters with the Chinese one, and their history, in brackets.
  Shangbiao Fa (商标法) [Trademark Law] (promulgated by the Standing Comm. Nat'l People's Cong., Aug. 23, 1982, rev'd Apr. 23, 2019) art. 4, para. 1 [hereinafter SBF]; SBF art. 44 => 商标法 4/1; 商标法 44
  Minfa Dian (民法典) art. 1165 => 民法典 1165
  Regulations on Widgets (工伤保险条例), Article 14 => 工伤保险条例 14

  // Numbers of other things.
  Li, 12 Tsinghua China L. Rev. 41, § 4. The Civil Code applies. => –
  The Civil Code applies. Article 10.2.3 of the Conditions of Carriage is unfair; Article 10 is a standard term. => –
  Article 38 of the ECL. Sign item 3 of the engagement letter (Art. 8 there, on fees). => 电子商务法 38
  Company Law, Article 88(1) applies. Schedule 2, item (4) of the disclosure letter lists one.⏎⏎The call is made by creditors (Art. 54). => 公司法 88/1; 公司法 54

  // Quoted lines of citations; several sentences with one number.
  One line is enough: “Price Law, Art. 14; E-Commerce Law Arts. 17 and 85.” => 价格法 14; 电子商务法 17,85
  Article 9 of the Advertising Law bans it. It used to be Article 8(1) of the AUCL, and since 2025 it is Article 9(1). => 广告法 9; 反不正当竞争法 8/1; 反不正当竞争法 9/1
  Labour Contract Law, Article 24, first paragraph. => 劳动合同法 24/1 「Labour Contract Law, Article 24, first paragraph」
  Article 38(2), second sentence, of the E-Commerce Law => 电子商务法 38/2
`,
);
