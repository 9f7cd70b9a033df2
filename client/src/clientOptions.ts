import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { openStatuteCommand } from './views/openStatute';

/** The editor drops links with a scheme of our own from a hover: those to a law become commands. */
function withLawLinks(content: vscode.MarkdownString | vscode.MarkedString): vscode.MarkdownString {
  if (!(content instanceof vscode.MarkdownString)) return new vscode.MarkdownString(String(content));
  const value = content.value.replace(
    /\]\((statute:[^\s()]+)\)/g,
    (_, uri: string) => `](command:${openStatuteCommand}?${encodeURIComponent(JSON.stringify([uri]))})`,
  );
  const linked = new vscode.MarkdownString(value);
  linked.isTrusted = content.isTrusted ?? false;
  linked.supportHtml = false;
  return linked;
}

/** What both hosts (desktop and web) tell the client. */
export function clientOptions(context: vscode.ExtensionContext): LanguageClientOptions {
  return {
    // Not the coverage documents: they are about a memo and none themselves.
    documentSelector: ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'tmp', 'statute'].map((scheme) => ({
      language: 'markdown',
      scheme,
    })),
    initializationOptions: {
      locale: vscode.env.language,
      rulePages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    },
    // The stock client pulls on open only unless told otherwise.
    diagnosticPullOptions: { onChange: true, onTabs: false, onFocus: false, onSave: false },
    progressOnInitialization: false,
    // Hovers may run this one command and no other: it opens a law.
    markdown: { isTrusted: { enabledCommands: [openStatuteCommand] }, supportHtml: false },
    middleware: {
      async provideHover(document, position, token, next) {
        const hover = await next(document, position, token);
        return hover && new vscode.Hover(hover.contents.map(withLawLinks), hover.range);
      },
    },
  };
}
