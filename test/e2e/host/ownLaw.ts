import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, describeAll, fileUri, findings, open, ruleOf, until } from './memo';

const LAW = `---
title: 海蓝市网络平台安全管理条例
short: 海蓝市网络平台安全管理条例
issuer: 海蓝市人民代表大会常务委员会
level: 地方性法规
effective: 2024-01-01
coverage: complete
articles: 2
---

#### 第一条

为了规范网络平台的安全管理，制定本条例。

#### 第二条

平台应当设置二十四小时响应的求助渠道。
`;
const MEMO = `---
framework: security-guarantee
date: 2026-11-01
---

# 备忘录

依据《海蓝市网络平台安全管理条例》第二条，平台应当设置求助渠道；该条例第三条另有规定。

依据《海蓝市网络平台安全管理条例》第九条，平台应当报告。
`;

describe("the user's own law", () => {
  const law = (): vscode.Uri => fileUri('.legal-memo/statutes/海蓝市网络平台安全管理条例@2024-01-01.md');
  const write = (uri: vscode.Uri, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('.legal-memo'), { recursive: true });
  });

  it('is used as soon as its file is there', async () => {
    const uri = fileUri('own-law.zh.md');
    await write(uri, MEMO);
    const { document } = await open('own-law.zh.md');
    const at = (rule: string, text: string): vscode.Diagnostic | undefined =>
      findings(uri).find((d) => ruleOf(d) === rule && document.lineAt(d.range.start).text.includes(text));
    await until('the law is not known yet', () => at('C01', '海蓝市'));
    await write(law(), LAW);
    await until('the article that it has not is marked', () => at('C02', '第九条')).catch((error) => {
      throw new Error(`${error.message}\n${describeAll(findings(uri))}`);
    });
    assert.equal(at('C01', '海蓝市'), undefined, describeAll(findings(uri)));
  });

  it('shows what is wrong in its file, until it is mended', async () => {
    await write(law(), LAW.replace('effective: 2024-01-01\n', ''));
    await until('the mistake is shown', () => findings(law()).length).catch((error) => {
      const all = vscode.languages.getDiagnostics(law());
      throw new Error(`${error.message}\n${JSON.stringify(all)}`);
    });
    await write(law(), LAW);
    await until('the mistake is gone', () => findings(law()).length === 0);
  });
});
