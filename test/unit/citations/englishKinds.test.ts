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

  // Parts of an article, in all their forms.
  Article 44.1(5) of the Trademark Law; Patent Law Art. 26.4 => 商标法 44/1#5; 专利法 26/4
  Arts 57(2)-(4) of the Trademark Law => 商标法 57/2~57/4
  Article 57 (items 1 and 3) of the Trademark Law => 商标法 57#1,57#3
  the first and second paragraphs of Article 38 of the ECL => 电子商务法 38/1,38/2
  the first, second and third paragraphs of Article 1195 of the Civil Code => 民法典 1195/1,1195/2,1195/3
  item (2) of the second paragraph of Article 12 of the Administrative Litigation Law => 行政诉讼法 12/2#2

  // What stands between a locator and its law.
  Articles 1165 et seq. of the Civil Code => 民法典 1165 「Articles 1165 et seq. of the Civil Code」
  Article 1198(2) (last sentence) of the Civil Code => 民法典 1198/2
  Article 39 (summary dismissal) of the Labor Contract Law => 劳动合同法 39 「Article 39 (summary dismissal) of the Labor Contract Law」
  That Article 38 (see above) binds is clear in the E-Commerce Law => 电子商务法 38
  Article 47 of the newly amended Company Law; Article 48 of China's new Company Law => 公司法 47; 公司法 48
  Article 47 of the revised (2023) Company Law; Article 47 of the PRC's Company Law => 公司法 47; 公司法 47
  Company Law (2023 Revision) art. 47; Company Law 2023, Art. 48 => 公司法 47; 公司法 48
  Under Article 38 of the ECL, there is a duty. Article 83, there can be no doubt, is the sanction. => 电子商务法 38; 电子商务法 83

  // Abbreviations beside a locator, known and unknown.
  the Civil Code's Article 1198; the ECL's Art. 38 => 民法典 1198; 电子商务法 38
  Article 82 of the LCL; Art. 1198 of the PRC CC => 劳动合同法 82; 民法典 1198
  LCL Arts. 46-47; LCL, Art. 82 => 劳动合同法 46~47; 劳动合同法 82
  The Company Law applies. AOA, Art. 9 and JVC Art. 5 do not matter. => –

  // Interpretations and implementing rules of a law.
  Judicial Interpretation (II) of the Insurance Law, Article 9 => 保险法解释（二） 9
  the Provisions of the Company Law, Article 9; Insurance Law interpretation (II), art. 9 => 公司法 9; 保险法解释（二） 9
  Article 3 of the Judicial Interpretation of the Supreme People's Court on Several Issues concerning the Application of Law in the Trial of Cases of Disputes over Sales Contracts => 买卖合同解释 3
  Article 3 of the Implementing Regulations of the EIT Law; EIT Law Implementing Rules, Article 7 => 企业所得税法实施条例 3; 企业所得税法实施条例 7

  // Instruments that are no law, before the locator.
  The Civil Code applies. The employment contract's Art. 9 assigns all IP; Annex 1, Art. 3 and Bulletin 7 Art. 1 are beside the point. => –
  Article 28 of the Arbitration Law is for domestic awards. The Hong Kong Arrangement (art 3) does not apply. => 仲裁法 28
  The penalty in the contract (Art. 585 CC) is high. => 民法典 585

  // An instrument named by its kind alone.
  Article 50 of the SPC Interpretation (I) on Labour Disputes; LCL, Art. 87; Interpretation (I), Art. 44. => 劳动争议解释（一） 50; 劳动合同法 87; 劳动争议解释（一） 44
  Trade Secret Provisions, Arts. 3–5 apply; see also the 2020 Interpretation (III), Art. 4. => 商业秘密规定 3~5; ? 4
  Consumer Protection Law, Art. 25(1) is strict. The Implementing Regulations tighten it: Art. 19(2). => 消费者权益保护法 25/1; 消费者权益保护法实施条例 19/2
  Two-Highs Interpretation on Environmental Pollution, article 1 => 最高人民法院、最高人民检察院关于办理环境污染刑事案件适用法律若干问题的解释 1

  // A list behind a singular word.
  AML Art. 25, 26; EIT Law Art. 3(3), 37 => 反垄断法 25,26; 企业所得税法 3/3,37
  Article 38 of the ECL, 2019; Article 83, 30 days => 电子商务法 38; 电子商务法 83

  // A foreign statute or arbitration rules beside laws with names that other countries have, too.
  Article 584 of the Civil Code limits the loss; Article 47 of the Company Law gives five years. Article 7 of the HKIAC Rules is on joinder, Section 102 of the DGCL is not. => 民法典 584; 公司法 47
  AML art 47(2) is on warrants. Reg. 1/2003 arts 20(2), 21 differ. => 反垄断法 47/2
  Article 41 of the Law on the Application of Law to Foreign-Related Civil Relations => 涉外民事关系法律适用法 41

  // A row of a table goes on with the law that it has named.
  | Breach | Provision | Penalty |⏎|---|---|---|⏎| claims | Advertising Law Art. 17 | Art. 58 |⏎| reviews | AUCL Art. 9(1) | Art. 25 | => 广告法 17; 广告法 58; 反不正当竞争法 9/1; 反不正当竞争法 25

  // Paragraphs of judgments and letters.
  Art. 718 CC is dispositive; contra Wang (2022) 3 CLR 118, at para. 41. Art. 726 CC; the disclosure letter (para. 14) covers this. => 民法典 718; 民法典 726
  Article 84(2) of the Company Law. The Articles of Association, Article 12, go further. => 公司法 84/2

  // The next citation tells the law of the same number.
  The Network Data Regulations, Arts 9–12, apply.⏎⏎You write “consent under Art. 13”. Article 13(1)(i) PIPL is consent. => 网络数据安全管理条例 9~12; 个人信息保护法 13; 个人信息保护法 13/1#1

  // Divisions of contracts, opinions, annexes.
  Criminal Law Art. 146. Recall Policy, Section II, Art. 4(b): notify within 48 hours; Annex B, Art. 3. => 刑法 146
  See Article 39 LCL. The Shanghai High Court's Opinions (2009), item 9, differ. => 劳动合同法 39
  CC Art. 497；协议附件一第3条同。 => 民法典 497
  行政：ECL arts. 80(1)(iv), 83；另见后文。 => 电子商务法 80/1#4,83

  // A heading is no foreign statute; a law without its text has the articles up to its last one.
  ## B. Statute⏎⏎Company Law Article 231. Article 5 of the Company Law Interpretation (II) urges mediation. Consider Article 89 (appraisal) and Article 7 of Interpretation (IV). => 公司法 231; 公司法解释（二） 5; 公司法 89; 公司法解释（四） 7
`,
);
