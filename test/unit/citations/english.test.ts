import { describeFixtures } from './fixture';

describeFixtures(
  'English',
  `
  Article 38 of the E-Commerce Law => 电子商务法 38 「Article 38 of the E-Commerce Law」
  Article 38(2) of the PRC E-Commerce Law => 电子商务法 38/2
  Article 38(2) of the E-Commerce Law of the People's Republic of China => 电子商务法 38/2 「Article 38(2) of the E-Commerce Law of the People's Republic of China」
  Article 38, paragraph 2 of the E-Commerce Law (“ECL”) => 电子商务法 38/2 「Article 38, paragraph 2 of the E-Commerce Law」
  Art. 38, para. 2, ECL => 电子商务法 38/2
  Art. 38 para 2 of the ECL => 电子商务法 38/2
  the second paragraph of Article 38 of the E-Commerce Law => 电子商务法 38/2
  item (1) of paragraph 1 of Article 80 of the E-Commerce Law => 电子商务法 80/1#1
  Article 80(1)(i) of the E-Commerce Law => 电子商务法 80/1#1
  Articles 27, 29 and 38(2) of the E-Commerce Law => 电子商务法 27,29,38/2
  Arts. 1165-1179 of the Civil Code => 民法典 1165~1179
  Articles 1165 through 1179 of the Civil Code => 民法典 1165~1179
  Articles 1165–1179, Civil Code => 民法典 1165~1179
  Civil Code art 1198(2) => 民法典 1198/2
  Civil Code, Articles 1173 and 1174 => 民法典 1173,1174
  PRC Civil Code Art. 1198 => 民法典 1198
  China's Civil Code, Article 1198 => 民法典 1198
  ECL 38(2) => 电子商务法 38/2
  ECL art. 38(2) and Civil Code art. 1198 => 电子商务法 38/2; 民法典 1198
  Under Article 1198 of the Code the operator is liable. The Civil Code also has Article 1173. => 民法典 1198; 民法典 1173
  The Civil Code applies. Article 1198 of the Code and Article 1173 of that Code matter. => 民法典 1198; 民法典 1173
  Article 38 of the ECL imposes a duty; paragraph 1 requires knowledge. => 电子商务法 38; 电子商务法 38/1
  Law of the PRC on the Protection of Consumer Rights and Interests, Article 44 => 消费者权益保护法 44
  Article 44 of the Consumer Rights Protection Law => 消费者权益保护法 44
  Article 148(2) of the Food Safety Law => 食品安全法 148/2
  PIPL Art. 13(1) and Art. 55 => 个人信息保护法 13/1,55
  Article 133-1 of the Criminal Law => 刑法 133-1
  Article 286 bis of the Criminal Law => 刑法 286-1
  Article 82 GDPR => –
  Article 6(1)(f) of the GDPR => –
  Article 1240 of the French Civil Code => –
  Section 3(2) of the Consumer Protection Act 1987 => –
  Article 5 of the Agreement, clause 8.3 of the User Agreement and Section 4 of the policy => –
  Article 12 of the Terms of Service => –
  Articles of association => –
  Article 9 of the Convention on Contracts => –
  Cybersecurity Law 2018 => –
  The Civil Code took effect in 2021. => –
  Article 38 of the E-Commerce Law, 30 days after receipt => 电子商务法 38
  Under Articles 27 and 38, a platform must verify. The E-Commerce Law says so. => 电子商务法 27,38
  ## E-Commerce Law⏎⏎- Art. 27: verification⏎- Art. 38: security => 电子商务法 27; 电子商务法 38
  | Topic | PIPL | GDPR |⏎|---|---|---|⏎| Basis | Art. 13 | Art. 6 | => 个人信息保护法 13
  ## Vietnam⏎⏎- **Cybersecurity Law 2018**, Art. 26(3) => –
  ### Measures on Widget Security (CAC)⏎⏎- Art. 4: triggers => ?Measures on Widget Security 4
  **Article 38** of the *E-Commerce Law* => 电子商务法 38
  [Article 38](https://example.org) of the E-Commerce Law => 电子商务法 38
  Article 38 of the E-commerce Law and Article 1198 of the civil code => 电子商务法 38; 民法典 1198
  Article 38 of 《电子商务法》 => 电子商务法 38
  Article 38 of the E-Commerce Law (hereafter “the Law”) applies. Article 83 of the Law adds fines. => 电子商务法 38; 电子商务法 83
  See ECL, Article 38(1); Civil Code, Article 506. => 电子商务法 38/1; 民法典 506
  Art. 99 of the E-Commerce Law => 电子商务法 99 !no-such-article
  Article 26 of the Tort Liability Law => 侵权责任法 26 !repealed
  the Provisions of the SPC, Article 4 => –
  Article 38⏎of the E-Commerce Law => 电子商务法 38
  Article 38 of the E-Commerce Law matters; paragraph 2 of the said Article imposes a duty. => 电子商务法 38; 电子商务法 38/2
  On page 38 of Article 3 in the journal => –
`,
);
