import type { Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/**
 * Markdown source → mdast, by unified + remark-parse + GFM, as a memo needs it:
 *
 * - a footnote call `[^1]` is a call whether or not its definition is in the same stretch of source;
 * - link references see the definitions of the whole memo (`definitions`), not of this stretch only;
 * - bare web addresses are found by the tokenizer alone: the second search in the tree would take positions away and
 *   changes no running text.
 *
 * @param definitions normalised identifiers (`definitionKey`) of link definitions that stand elsewhere in the memo
 */
export function parseMarkdown(source: string, definitions: Iterable<string>): Root {
  outsideDefinitions = definitions;
  // micromark drops one leading BOM and then counts from behind it; a second one makes it keep the first.
  return processor.parse(source.startsWith('\uFEFF') ? `\uFEFF${source}` : source) as Root;
}

// Parsing is synchronous and never re-entered, so the call's definitions may stand here.
let outsideDefinitions: Iterable<string> = [];

interface ParseState {
  defined: string[];
  gfmFootnotes?: unknown;
  memoDefinitions?: boolean;
}
type StateFunction = (code: number | null) => StateFunction | undefined;
interface TokenizeThis {
  readonly parser: ParseState;
}

/** Every label that a footnote definition could have is a footnote's. */
const everyLabel = { includes: (label: string) => /^[^\s[\]]{1,999}$/.test(label), push: () => 0 };

/** A micromark construct that tokenizes nothing: it prepares the parser before the first reference is looked at. */
const preparation = {
  name: 'memoDefinitions',
  tokenize(this: TokenizeThis, _effects: unknown, _ok: StateFunction, nok: StateFunction): StateFunction {
    const { parser } = this;
    if (!parser.memoDefinitions) {
      parser.memoDefinitions = true;
      parser.gfmFootnotes = everyLabel;
      const labels = new Set(parser.defined);
      for (const label of outsideDefinitions) labels.add(label);
      // The tokenizer asks `includes` for each reference: a set answers without looking at all of them.
      parser.defined = {
        includes: (label: string) => labels.has(label),
        push: () => 0,
      } as unknown as string[];
    }
    return nok;
  },
};

/** A unified plugin: GFM on the reading side only, so that no code for writing Markdown is bundled. */
function readGfm(this: Processor): void {
  const data = this.data() as Record<string, unknown>;
  data.micromarkExtensions = [gfm(), { text: { 91: preparation, 93: preparation } }];
  data.fromMarkdownExtensions = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);
}

const processor = unified().use(remarkParse).use(readGfm).freeze();
