import type { CancellationToken } from 'vscode-languageserver-protocol';

/** The files of a workspace, as far as the program looks at them. All uris are as the client writes them. */
export interface WorkspaceFiles {
  /** Markdown files below a folder, without dependencies, build output and hidden folders. */
  list(folder: string, token: CancellationToken): Promise<string[]>;
  /** Text of a file (BOM kept), undefined when it cannot be read as UTF-8 text. */
  read(uri: string): Promise<string | undefined>;
  /** The text files directly in a folder whose name matches; an absent folder is empty. */
  readFolder(folder: string, name: RegExp): Promise<readonly { name: string; uri: string; text: string }[]>;
}
