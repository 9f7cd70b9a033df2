import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chinese, closeAll, open, untilValue } from './memo';

const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap((symbol) => [symbol.name, ...names(symbol.children)]);

describe('outline', () => {
  after(closeAll);

  it('lists the elements of a memo and the laws that it cites, beside its headings', async () => {
    const { document } = await open('night-ride.zh.md');
    const symbols = await untilValue(
      'symbols',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (list) => names(list ?? []).some((name) => /资质资格审核|Qualification/.test(name)),
    );
    const group = (name: string): string[] => {
      const found = symbols!.find((symbol) => symbol.name === name);
      assert.ok(found, `${name} in ${symbols!.map((s) => s.name).join(' | ')}`);
      return names(found.children);
    };
    const elements = group(chinese ? '分析要素' : 'Elements of the analysis');
    for (const element of chinese
      ? ['资质资格审核', '因果关系', '免责、减责与排除']
      : ['Qualification and licence review', 'Causation', 'Exclusions and reductions of liability']) {
      assert.ok(elements.includes(element), `${element} in ${elements.join(' | ')}`);
    }
    const laws = group(chinese ? '引用的法律' : 'Laws cited');
    assert.ok(laws.includes('电子商务法') && laws.includes('民法典'), laws.join(' | '));
    assert.ok(laws.includes('《电子商务法》第三十八条第二款'), laws.join(' | '));
  });
});
