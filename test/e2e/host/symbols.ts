import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, untilValue } from './memo';

const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap((symbol) => [symbol.name, ...names(symbol.children)]);

describe('outline', () => {
  after(closeAll);

  it('lists the sections of a memo', async () => {
    const { document } = await open('ride-hailing.zh.md');
    const symbols = await untilValue(
      'symbols',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (list) => names(list ?? []).some((name) => name.includes('资质资格审核')),
    );
    const all = names(symbols!);
    for (const heading of ['法律备忘录', '资质资格审核', '损害预防', '免责']) {
      assert.ok(
        all.some((name) => name.includes(heading)),
        `${heading} in ${all.join(' | ')}`,
      );
    }
  });
});
