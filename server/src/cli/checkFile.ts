import { writeFileSync } from 'node:fs';
import { safeEdits } from '../features/codeActions';
import type { LanguageService } from '../languageService';
import type { Words } from '../messages';
import { type CheckedFile, toCheckedFile } from '../report/checkedFile';
import type { Check } from '../rules/check';
import { applyEdits } from '../text/edits';
import { readConfig } from './environment';
import { type InputFile, readInput } from './files';
import { UsageError } from './main';

/** What became of one file: plain data, so that it can be kept and sent. */
export type Outcome =
  | { readonly checked: CheckedFile }
  /** Not a memo; `reason` only where that is to be said. */
  | { readonly skipped: true; readonly reason?: string }
  | { readonly failure: Words }
  /** A wrong configuration: it ends the run. */
  | { readonly usage: Words };

/** Checks one file by all rules; never throws. */
export function checkFile(
  { path, named }: InputFile,
  options: Record<string, string>,
  service: LanguageService,
): Outcome {
  try {
    const configuration = readConfig(path, options);
    const input = readInput(path);
    if ('problem' in input) return { failure: input.problem };
    const again = (text: string) => service.checkText(input.uri, text, configuration);
    const first = again(input.text);
    const { memo, reason } = first.decision;
    // A shell spreads `*.md` over project files too: those are passed over even when named, and said to be.
    if (!memo && (!named || reason === 'project-file' || reason === 'excluded'))
      return { skipped: true, ...(named && { reason }) };
    let { check } = first;
    let fixed = 0;
    if (options.fix) {
      const mended = fixAll(check, (text) => again(text).check);
      fixed = mended.count;
      if (fixed > 0) {
        // The BOM is not part of the memo's text but of the file.
        writeFileSync(path, (input.text.startsWith('\ufeff') ? '\ufeff' : '') + mended.text);
        check = again(mended.text).check;
      }
    }
    return { checked: toCheckedFile(path, check, service.diagnosticsOf(check), fixed) };
  } catch (error) {
    if (error instanceof UsageError) return { usage: error.words };
    return { failure: { key: 'cli.internal', args: { path, error: String(error) } } };
  }
}

/** Applies safe fixes until nothing changes (a fix may uncover another one); at most five rounds. */
function fixAll(first: Check, again: (text: string) => Check): { text: string; count: number } {
  let check = first;
  let count = 0;
  for (let round = 0; round < 5; round++) {
    const edits = safeEdits(check);
    if (edits.length === 0) break;
    count += edits.length;
    const text = applyEdits(check.memo.text, edits);
    if (text === check.memo.text) break;
    check = again(text);
  }
  return { text: check.memo.text, count };
}
