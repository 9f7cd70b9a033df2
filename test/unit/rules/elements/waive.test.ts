import assert from 'node:assert/strict';
import { waiverEdit } from '../../../../server/src/rules/elements/waive';
import { applyFix } from '../applyFix';
import { check } from '../environment';

/** Memo → the same with causation waived. */
const cases: readonly (readonly [string, string, string])[] = [
  [
    'no front matter, a title',
    '# 备忘录\n\n正文。\n',
    '# 备忘录\n\n<!-- legal-memo: waive causation 理由 -->\n\n正文。\n',
  ],
  ['no front matter, no title', '正文。\n', '<!-- legal-memo: waive causation 理由 -->\n\n正文。\n'],
  ['a title alone', '# 备忘录', '# 备忘录\n\n<!-- legal-memo: waive causation 理由 -->'],
  [
    'front matter',
    '---\ntitle: 备忘录\n---\n\n正文。\n',
    '---\ntitle: 备忘录\nwaive:\n  causation: "理由"\n---\n\n正文。\n',
  ],
  [
    'front matter with waivers',
    '---\nwaive:\n    scope: 不争\n---\n\n正文。\n',
    '---\nwaive:\n    causation: "理由"\n    scope: 不争\n---\n\n正文。\n',
  ],
  [
    'Chinese keys',
    '---\n不适用:\n  scope: 不争\n---\n\n正文。\n',
    '---\n不适用:\n  causation: "理由"\n  scope: 不争\n---\n\n正文。\n',
  ],
  [
    'an empty list of waivers',
    '---\nwaive:\n---\n\n正文。\n',
    '---\nwaive:\n  causation: "理由"\n---\n\n正文。\n',
  ],
  [
    'waivers on one line',
    '---\nwaive: {scope: 不争}\n---\n\n正文。\n',
    '---\nwaive: {causation: "理由", scope: 不争}\n---\n\n正文。\n',
  ],
  [
    'waivers on one line, none',
    '---\nwaive: {}\n---\n\n正文。\n',
    '---\nwaive: {causation: "理由"}\n---\n\n正文。\n',
  ],
  [
    'malformed front matter',
    '---\ntitle: "备忘录\n---\n\n# 备忘录\n\n正文。\n',
    '---\ntitle: "备忘录\n---\n\n# 备忘录\n\n<!-- legal-memo: waive causation 理由 -->\n\n正文。\n',
  ],
  [
    'English',
    '# Memorandum\n\nThe facts are these.\n',
    '# Memorandum\n\n<!-- legal-memo: waive causation reason -->\n\nThe facts are these.\n',
  ],
  [
    'CRLF',
    '---\r\ntitle: 备忘录\r\n---\r\n\r\n正文。\r\n',
    '---\r\ntitle: 备忘录\r\nwaive:\r\n  causation: "理由"\r\n---\r\n\r\n正文。\r\n',
  ],
  [
    'an underlined title',
    '备忘录\n===\n\n正文。\n',
    '备忘录\n===\n\n<!-- legal-memo: waive causation 理由 -->\n\n正文。\n',
  ],
];

describe('waiver of an element', () => {
  for (const [name, text, expected] of cases)
    it(name, () => {
      const { context } = check(text);
      const edit = waiverEdit(context, 'causation');
      const after = applyFix(text, { title: { key: 'test' }, edits: [edit], safe: false, snippet: true });
      assert.equal(after, expected);
      const finding = check(after).analysis.elements.find(({ element }) => element === 'causation');
      assert.equal(finding?.status, 'waived');
    });
});
