import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from './server';

/** A law or an article as the server lists it. */
interface Choice {
  readonly label: string;
  readonly description: string;
  readonly version: string;
  readonly article?: number;
  readonly suffix?: number;
}

/** What was chosen, with the texts to insert and the address of its document. */
export interface StatuteChoice {
  readonly citation: string;
  readonly text: string;
  readonly uri: string;
}

/**
 * Lets the user choose a law and then an article; with a query (`消法55`, `ECL 38`) the first match is taken.
 * @param uri the memo, for its law date and citation style
 */
export async function pickProvision(
  client: BaseLanguageClient,
  uri: string,
  query?: string,
): Promise<StatuteChoice | undefined> {
  const find = (text: string) => ask<Choice[]>(client, 'statutes', uri, text);
  let choice: Choice | undefined;
  if (query !== undefined) [choice] = await find(query);
  else choice = await quickPick(find);
  if (!choice) return undefined;
  if (choice.article === undefined) {
    const articles = await ask<Choice[]>(client, 'articles', uri, choice.version);
    const article = await vscode.window.showQuickPick(articles, {
      placeHolder: choice.label,
      matchOnDescription: true,
    });
    if (!article) return undefined;
    choice = article;
  }
  const chosen = await ask<StatuteChoice | null>(
    client,
    'article',
    uri,
    choice.version,
    choice.article,
    choice.suffix,
  );
  return chosen ?? undefined;
}

/** A list that the server fills as the user types. */
function quickPick(find: (text: string) => Promise<Choice[]>): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Choice & vscode.QuickPickItem>();
  pick.placeholder = vscode.l10n.t('Law and article, e.g. 电子商务法38, 消法55, ECL 38');
  pick.matchOnDescription = true;
  const fill = async (text: string) => {
    const found = await find(text);
    if (pick.value === text) pick.items = found.map((f) => ({ ...f, alwaysShow: true }));
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void fill('');
  });
}
