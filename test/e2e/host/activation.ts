import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chinese, closeAll, EXTENSION, open } from './memo';

interface Manifest {
  contributes: { commands: { command: string; title: string | { value: string } }[] };
}

describe('activation', () => {
  after(closeAll);

  it('starts by itself when a memo is opened', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, 'the extension is installed');
    await open('night-ride.zh.md');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('registers every command it offers', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION)!;
    const offered = (extension.packageJSON as Manifest).contributes.commands.map((c) => c.command);
    const contract = ['checkMemo', 'checkWorkspace', 'newMemo', 'insertStatute', 'insertElement'];
    for (const name of contract) assert.ok(offered.includes(`legalMemo.${name}`), `${name} is offered`);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      offered.filter((command) => !registered.has(command)),
      [],
      'offered, but not registered',
    );
  });

  it('speaks the language of the workbench', () => {
    assert.equal(vscode.env.language, chinese ? 'zh-cn' : 'en');
    const { contributes } = vscode.extensions.getExtension(EXTENSION)!.packageJSON as Manifest;
    for (const { command, title } of contributes.commands) {
      const text = typeof title === 'object' ? title.value : title;
      assert.ok(!text.includes('%'), `${command}: ${text}`);
      assert.equal(/\p{Script=Han}/u.test(text), chinese, `${command}: ${text}`);
    }
  });
});
