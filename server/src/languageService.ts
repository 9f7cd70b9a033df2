import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Framework } from './analysis/framework';
import { citationsAround } from './citations/indexCitations';
import type { Configuration } from './config';
import { codeActions } from './features/codeActions';
import { elementSection, listElements, newMemoTemplate } from './features/commands/elements';
import {
  findProvisions,
  type LibraryContext,
  listArticles,
  provisionText,
} from './features/commands/statutes';
import { asksForArticle, completions, lawCompletions, resolveCompletion } from './features/completion';
import type { CitationContext, FeatureContext } from './features/context';
import { definition } from './features/definition';
import { type PlainDiagnostic, toDiagnostics } from './features/diagnostics';
import { documentLinks } from './features/documentLinks';
import { documentSymbols } from './features/documentSymbols';
import { citationAt, hover } from './features/hover';
import { toOffset, toRange } from './features/positions';
import { citationsOf, type Wanted } from './features/references';
import { prepareRename, rename } from './features/rename';
import { semanticTokens } from './features/semanticTokens';
import { statuteDocument, statuteSymbols } from './features/statuteDocument';
import { workspaceSymbols } from './features/workspaceSymbols';
import { createMemo, editMemo } from './memo/createMemo';
import { isMemo, type MemoDecision } from './memo/isMemo';
import type { Memo } from './memo/memo';
import type { Steps } from './memo/steps';
import { lengthOf } from './memo/textOf';
import { type Locale, say } from './messages';
import { coverageReport } from './report/coverage';
import { type Check, type CheckEnvironment, checkMemo, checkSteps, lawDate } from './rules/check';
import { writesArabic } from './rules/elements/bases';
import { languageOf, localeFor } from './rules/elements/language';
import type { StatuteLibrary } from './statutes/library';
import type { Locator } from './statutes/statute';
import { createLineIndex, type LineIndex } from './text/lines';

/** What the language service is made of; all of it may be replaced while it runs. */
export interface ServiceParts {
  library: StatuteLibrary;
  framework(id: string): Framework | undefined;
  locale: Locale;
  /** `YYYY-MM-DD`; asked for at every check, so that a long session crosses midnight. */
  today(): string;
  /** Where the rule pages are; a rule's page is `<base>/<id>.md`. */
  rulePages: string;
  snippets: boolean;
}

/** A change as the protocol gives it: without a range the whole text is new. */
export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

interface OpenMemo {
  memo: Memo;
  configuration: Configuration;
  lines?: LineIndex;
  check?: Check;
  /** The check while it is under way. */
  work?: Steps<Check>;
  /** The user said so (status item); overrides the decision by content and path. */
  forced?: boolean;
  decision?: MemoDecision;
}

/**
 * The editor-independent face of the program: documents in, protocol values out. It holds the open memos and
 * computes on demand; a new version drops what was derived from the old one, chunk caches survive.
 */
export function createLanguageService(parts: ServiceParts) {
  const open = new Map<string, OpenMemo>();

  function environment(configuration: Configuration): CheckEnvironment {
    return {
      library: parts.library,
      framework: parts.framework,
      configuration,
      today: parts.today(),
    };
  }

  function linesOf(entry: OpenMemo): LineIndex {
    entry.lines ??= createLineIndex(entry.memo);
    return entry.lines;
  }

  function checkOf(entry: OpenMemo): Check {
    goOn(entry, () => false);
    return entry.check!;
  }

  /** Takes the check up again until it is done or `enough` says so. */
  function goOn(entry: OpenMemo, enough: () => boolean): boolean {
    if (entry.check) return true;
    entry.work ??= checkSteps(entry.memo, environment(entry.configuration));
    try {
      do {
        const { done, value } = entry.work.next();
        if (!done) continue;
        entry.check = value;
        delete entry.work;
        return true;
      } while (!enough());
    } catch (error) {
      delete entry.work;
      throw error;
    }
    return false;
  }

  const isPrepared = (entry: OpenMemo): boolean => entry.check !== undefined || !decide(entry).memo;

  /** Drops what follows from the memo and its settings; work under way is for nothing. */
  function drop(entry: OpenMemo): void {
    delete entry.check;
    delete entry.work;
    delete entry.decision;
  }

  const contextOf = (entry: OpenMemo): FeatureContext => contextWith(entry, checkOf(entry));

  function contextWith<C>(entry: OpenMemo, check: C) {
    return {
      check,
      lines: linesOf(entry),
      library: parts.library,
      configuration: entry.configuration,
      locale: parts.locale,
      snippets: parts.snippets,
    };
  }

  /** What the text around an offset shows while the memo is being checked. */
  function around(entry: OpenMemo, offset: number): { context: CitationContext; certain: boolean } {
    const { memo } = entry;
    const given = environment(entry.configuration);
    const asOf = lawDate(memo, given);
    const { citations, certain } = citationsAround(memo, parts.library, { asOf, today: given.today }, offset);
    return { context: contextWith(entry, { memo, asOf, citations }), certain };
  }

  function decide(entry: OpenMemo): MemoDecision {
    entry.decision ??= isMemo(entry.memo, entry.configuration, entry.forced);
    return entry.decision;
  }

  function withMemo<T>(uri: string, otherwise: T, use: (context: FeatureContext, entry: OpenMemo) => T): T {
    const entry = open.get(uri);
    return entry && decide(entry).memo ? use(contextOf(entry), entry) : otherwise;
  }

  function libraryContext(entry: OpenMemo | undefined): LibraryContext {
    const memo = entry && decide(entry).memo ? checkOf(entry) : undefined;
    return {
      library: parts.library,
      locale: parts.locale,
      asOf: entry ? lawDate(entry.memo, environment(entry.configuration)) : parts.today(),
      arabic:
        entry && memo
          ? writesArabic(memo.citations, entry.configuration.profile)
          : entry?.configuration.profile !== 'court',
      written: entry ? localeFor(languageOf(entry, { start: 0, end: lengthOf(entry.memo) })) : parts.locale,
      ...(memo && { cited: citedLaws(memo) }),
    };
  }

  return {
    parts,

    open(uri: string, version: number, text: string, configuration: Configuration): void {
      const forced = open.get(uri)?.forced;
      open.set(uri, {
        memo: createMemo(uri, version, text),
        configuration,
        ...(forced !== undefined && { forced }),
      });
    },

    change(uri: string, version: number, changes: readonly ContentChange[]): void {
      const entry = open.get(uri);
      if (!entry) return;
      for (const change of changes) {
        if (change.range) {
          const lines = linesOf(entry);
          const start = lines.offset(change.range.start);
          const end = Math.max(start, lines.offset(change.range.end));
          entry.memo = editMemo(entry.memo, version, [{ start, end, text: change.text }]);
        } else {
          entry.memo = createMemo(uri, version, change.text);
        }
        delete entry.lines;
      }
      drop(entry);
    },

    close(uri: string): void {
      open.delete(uri);
    },

    isOpen: (uri: string): boolean => open.has(uri),
    openUris: (): string[] => [...open.keys()],
    version: (uri: string): number | undefined => open.get(uri)?.memo.version,

    /** New settings for a memo; undefined uri = drop everything derived (library, frameworks or the day changed). */
    configure(uri: string, configuration: Configuration): void {
      const entry = open.get(uri);
      if (!entry) return;
      entry.configuration = configuration;
      drop(entry);
    },

    invalidate(): void {
      for (const entry of open.values()) drop(entry);
    },

    /**
     * Goes on with the check of a memo until it is done or `enough` says so (asked after each small step).
     * @returns true = it is done
     */
    prepare(uri: string, enough: () => boolean): boolean {
      const entry = open.get(uri);
      return !entry || isPrepared(entry) || goOn(entry, enough);
    },

    /** Whether everything that is asked of this file is answered at once. */
    isPrepared(uri: string): boolean {
      const entry = open.get(uri);
      return !entry || isPrepared(entry);
    },

    /** Whether an open file is treated as a memo, and why. */
    decision(uri: string): MemoDecision | undefined {
      const entry = open.get(uri);
      return entry && decide(entry);
    },

    /** Overrides that decision; undefined goes back to the automatic one. */
    force(uri: string, memo: boolean | undefined): void {
      const entry = open.get(uri);
      if (!entry) return;
      if (memo === undefined) delete entry.forced;
      else entry.forced = memo;
      delete entry.decision;
    },

    check(uri: string): Check | undefined {
      return withMemo(uri, undefined, (context) => context.check);
    },

    /** Checks a memo that is not open (workspace check, command line). */
    checkText(
      uri: string,
      text: string,
      configuration: Configuration,
    ): { check: Check; decision: MemoDecision } {
      const memo = createMemo(uri, 0, text);
      return {
        decision: isMemo(memo, configuration),
        get check() {
          return checkMemo(memo, environment(configuration));
        },
      };
    },

    diagnosticsOf(check: Check, lines: LineIndex = createLineIndex(check.memo)): PlainDiagnostic[] {
      return toDiagnostics(check, lines, parts);
    },

    diagnostics(uri: string): Diagnostic[] {
      return withMemo<Diagnostic[]>(uri, [], (context) => toDiagnostics(context.check, context.lines, parts));
    },

    hover(uri: string, position: Position): Hover | null {
      return withMemo(uri, null, (context) => hover(context, toOffset(context.lines, position)));
    },

    /** The same while the check is under way, from the text around; undefined = only the whole memo can tell. */
    hoverEarly(uri: string, position: Position): Hover | null | undefined {
      const entry = open.get(uri);
      if (!entry || entry.check || !decide(entry).memo) return undefined;
      const offset = toOffset(linesOf(entry), position);
      const { context, certain } = around(entry, offset);
      return certain ? hover(context, offset) : undefined;
    },

    /** @param trigger the character behind which the editor asks by itself */
    completion(uri: string, position: Position): CompletionList | null {
      const entry = open.get(uri);
      if (!entry) return null;
      const offset = toOffset(linesOf(entry), position);
      // A file that cites no law yet may be about to: here the first title is typed.
      const decision = decide(entry);
      if (!decision.memo && decision.reason !== 'no-law') return null;
      return completions(contextOf(entry), offset);
    },

    /** Titles and articles of laws while the check is under way; undefined = only the whole memo can tell. */
    completionEarly(uri: string, position: Position): CompletionList | undefined {
      const entry = open.get(uri);
      if (!entry || entry.check || !decide(entry).memo) return undefined;
      const offset = toOffset(linesOf(entry), position);
      return lawCompletions(around(entry, offset).context, offset) ?? undefined;
    },

    /** Whether a completion asked for by this character can be anything but nothing. */
    mayComplete(uri: string, position: Position, trigger?: string): boolean {
      const entry = open.get(uri);
      // Asked about every space: the memo is not checked for those that stand elsewhere.
      return (
        !!entry && (trigger !== ' ' || asksForArticle(entry.memo.text, toOffset(linesOf(entry), position)))
      );
    },

    resolveCompletion(item: CompletionItem): CompletionItem {
      return resolveCompletion(item, parts);
    },

    codeActions(uri: string, range: Range, only?: readonly string[]): CodeAction[] {
      return withMemo<CodeAction[]>(uri, [], (context) =>
        codeActions(
          context,
          { start: toOffset(context.lines, range.start), end: toOffset(context.lines, range.end) },
          only,
          parts,
        ),
      );
    },

    /** The commands of `features/commands/`, by name; null for an unknown one. */
    execute(command: string, args: readonly unknown[]): unknown {
      const uri = text(args[0]);
      const entry = open.get(uri);
      switch (command.slice(command.lastIndexOf('.') + 1)) {
        case 'decision': {
          const decision = entry && decide(entry);
          if (!decision) return null;
          const words = say(parts.locale, { key: `decision.${decision.reason}` });
          return { ...decision, words, ...(decision.memo && { asOf: checkOf(entry).asOf }) };
        }
        case 'checkMemo':
          return entry ? summary(checkOf(entry)) : null;
        case 'analysis':
          return entry ? coverageReport(checkOf(entry), parts.locale, parts.library) : null;
        case 'elements':
          return entry ? listElements(contextOf(entry)) : null;
        case 'elementSection':
          return entry ? elementSection(contextOf(entry), text(args[1])) : null;
        case 'template':
          return newMemoTemplate(
            parts.framework('security-guarantee')!,
            parts.locale,
            parts.today(),
            parts.library,
          );
        case 'statutes':
          return findProvisions(libraryContext(entry), text(args[1]));
        case 'articles':
          return listArticles(libraryContext(entry), text(args[1]));
        case 'article':
          return provisionText(
            libraryContext(entry),
            text(args[1]),
            Number(args[2]),
            typeof args[3] === 'number' ? args[3] : undefined,
          );
        default:
          return null;
      }
    },

    definition(uri: string, position: Position): LocationLink[] {
      return withMemo<LocationLink[]>(uri, [], (context) =>
        definition(context, toOffset(context.lines, position), parts.today()),
      );
    },

    documentLinks(uri: string): DocumentLink[] {
      return withMemo<DocumentLink[]>(uri, [], documentLinks);
    },

    prepareRename(uri: string, position: Position) {
      return withMemo(uri, null, (context) => prepareRename(context, toOffset(context.lines, position)));
    },

    rename(uri: string, position: Position, name: string): WorkspaceEdit | null {
      return withMemo(uri, null, (context) => rename(context, toOffset(context.lines, position), name));
    },

    semanticTokens(uri: string): SemanticTokens {
      return withMemo<SemanticTokens>(uri, { data: [] }, semanticTokens);
    },

    workspaceSymbols(query: string): SymbolInformation[] {
      return workspaceSymbols(libraryContext(undefined), query);
    },

    /** Text of a `statute:` document; undefined = no such law. */
    statuteText(uri: string): string | undefined {
      return statuteDocument(parts, uri, parts.today())?.text;
    },

    /** The provision under a place of a memo or of a statute document. */
    provisionAt(uri: string, position: Position): Wanted | undefined {
      const document = statuteDocument(parts, uri, parts.today());
      if (document) {
        const statute = parts.library.statute(document.version.short);
        const at = document.articles.find((a) => position.line >= a.line && position.line <= a.end);
        return statute && { statute, ...(at && { place: placeOf(at.article) }) };
      }
      return withMemo<Wanted | undefined>(uri, undefined, (context) => {
        const found = citationAt(context, toOffset(context.lines, position));
        const { statute } = found?.citation ?? {};
        return statute && { statute, ...(found?.target && { place: found.target.place }) };
      });
    },

    /** Where the open memo or the given text cites a provision. */
    citationsOf(check: Check, wanted: Wanted): Location[] {
      const lines = createLineIndex(check.memo);
      return citationsOf(check.citations, wanted).map((citation) => ({
        uri: check.memo.uri,
        range: toRange(lines, citation),
      }));
    },

    documentSymbols(uri: string): DocumentSymbol[] {
      const law = statuteDocument(parts, uri, parts.today());
      if (law) return statuteSymbols(law);
      return withMemo<DocumentSymbol[]>(uri, [], documentSymbols);
    },
  };
}

const placeOf = ({ article, suffix }: { article: number; suffix?: number }): Locator => ({
  article,
  ...(suffix !== undefined && { suffix }),
});

/** A string argument of a command; anything else is empty. */
const text = (argument: unknown): string => (typeof argument === 'string' ? argument : '');

function citedLaws(check: Check): Set<string> {
  const laws = new Set<string>();
  for (const results of check.citations.byChunk)
    for (const { statute } of results?.citations ?? []) if (statute) laws.add(statute.short);
  return laws;
}

function summary(check: Check) {
  const count = { errors: 0, warnings: 0, others: 0 };
  for (const { severity } of check.findings) {
    count[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'others']++;
  }
  return { ...count, asOf: check.asOf };
}

export type LanguageService = ReturnType<typeof createLanguageService>;
