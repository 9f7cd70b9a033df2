import assert from 'node:assert/strict';
import { messageKeys, say } from '../../../server/src/messages';

describe('messages', () => {
  it('has the same keys in both languages', () => {
    assert.deepEqual(messageKeys('zh-CN').sort(), messageKeys('en').sort());
  });

  it('leaves no message empty', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const key of messageKeys(locale))
        assert.notEqual(say(locale, { key }).trim(), '', `${key} ${locale}`);
  });
});
