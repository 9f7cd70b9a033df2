import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

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
    markdown: { isTrusted: false, supportHtml: false },
  };
}
