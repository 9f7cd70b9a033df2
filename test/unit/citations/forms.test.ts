import assert from 'node:assert/strict';
import { indexOf } from './fixture';

// `text => forms of the citation | forms of each target`, in the order found.
const table = `
《电子商务法》第三十八条第二款 => | chinese
《电子商务法》第38条第2款 => | arabic
《电子商务法》第 38 条 => | arabic spaced
《民法典》1198条 => | arabic missing-di
《网络安全法》第40条至50条 => | arabic missing-di
《网络安全法》第40至50条 => | arabic
《民法典》1195—1197条 => | arabic missing-tiao missing-di
《电子商务法》第27、29条 => | arabic elided-list; arabic missing-di
《电子商务法》第三十八条第一、二款 => | chinese elided-list; chinese missing-di
《电子商务法》第八十条第一款第（一）项 => | chinese bracketed-item
《电子商务法》第八十条第一款第一项 => | chinese plain-item
《民法典》第一一九八条 => | chinese digitwise
民法典第1198条 => bare-title | arabic
<<电子商务法>>第38条 => title-marks | arabic
《电子商务法第38条》 => locator-inside-marks | arabic
电商法38(2) => bare-title | arabic missing-tiao missing-di symbol
电商法38Ⅱ => bare-title | arabic missing-tiao missing-di symbol
电商法§38 => bare-title english | english arabic
《電子商務法》第38條 => traditional | arabic
Article 38(2) of the E-Commerce Law => english | english arabic
《民法典》第1198 => | arabic missing-tiao
`;

describe('forms of citations', () => {
  for (const line of table.trim().split('\n')) {
    it(line, () => {
      const [text, expected] = line.split(' => ') as [string, string];
      const { citations } = indexOf(text);
      const citation = citations[0]!;
      const found =
        `${citation.forms.join(' ')} | ${citation.targets.map((t) => t.forms.join(' ')).join('; ')}`.trim();
      assert.equal(found, expected.trim());
    });
  }
});
