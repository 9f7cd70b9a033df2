import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, place, untilValue } from './memo';

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('hover', () => {
  after(closeAll);

  it('shows the law behind a citation', async () => {
    const { document } = await open('ride-hailing.zh.md');
    const at = place(document, '《电子商务法》第三十八条第二款', 9);
    const text = await untilValue(
      'hover',
      () => hoverText(document, at),
      (t) => t.includes('第三十八条'),
    );
    assert.match(text, /关系消费者生命健康的商品或者服务/);
    assert.match(text, /相应的责任/);
  });

  it('is silent beside a citation', async () => {
    const { document } = await open('ride-hailing.zh.md');
    assert.equal(await hoverText(document, place(document, '本案平台', 1)), '');
  });
});
