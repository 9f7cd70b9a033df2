import { ByChunk } from '../memo/byChunk';
import type { Chunk } from '../memo/memo';
import { ByElement } from './byElement';
import type { Lexicon } from './lexicon';
import { type Passage, passagesOf } from './passages';

/** Elements by index into `Lexicon.elements`, with a weight 0–1. */
export type Topics = ByElement<number>;

/** A passage in its place: which headings stand over it, what they promise. */
export interface Placed {
  readonly passage: Passage;
  /** Number of its chunk within the stretch. */
  readonly chunk: number;
  /** Number of the headings before it within the stretch. */
  readonly segment: number;
  /** Text of a law: what it orders is no conclusion on this case. */
  readonly provision: boolean;
  /** Below a heading that does not hold treatment (table of contents, abstract, list of provisions). */
  readonly noise: boolean;
  /** Below a heading under which another side has the word. */
  readonly pleads: boolean;
  /** How far the passage is about an element by its headings, lead words and words taken together. */
  readonly topics: Topics;
}

/** A passage with what the outline says of it, before its place in a stretch is known. */
export type Outlined = Omit<Placed, 'chunk' | 'segment'>;

interface OpenHeading {
  readonly level: number;
  readonly topics: Topics;
  readonly noise: boolean;
  readonly pleads: boolean;
}

/** What holds at a place between two chunks. Equal states are the same object. */
export interface OutlineState {
  readonly open: readonly OpenHeading[];
  /** Topics of the last lead words or question, for paragraphs without their own. */
  readonly lead: Topics;
  readonly provision: boolean;
}

interface Entered {
  readonly before: OutlineState;
  readonly after: OutlineState;
  readonly passages: readonly Outlined[];
}

const none: Topics = ByElement.none;

/** What the outline of a memo needs to keep: equal states as one object. */
interface Outlines {
  readonly start: OutlineState;
  readonly states: Map<string, OutlineState>;
}

const known = new WeakMap<Lexicon, Outlines>();
/** The last outline of each chunk. The state before it tells lexicons apart. */
const lastOf = new ByChunk<Entered>();
/** States are few; a memo that makes more than this many costs some work again, nothing else. */
const mostStates = 5000;

function outlinesOf(lexicon: Lexicon): Outlines {
  let outlines = known.get(lexicon);
  if (!outlines) {
    const start: OutlineState = { open: [], lead: none, provision: false };
    outlines = { start, states: new Map([[keyOf(start), start]]) };
    known.set(lexicon, outlines);
  }
  return outlines;
}

/** The state at the beginning of a memo. */
export function startOf(lexicon: Lexicon): OutlineState {
  return outlinesOf(lexicon).start;
}

/** Outlines a chunk; kept as long as the state before it is the same. */
export function enter(chunk: Chunk, before: OutlineState, lexicon: Lexicon): Entered {
  const outlines = outlinesOf(lexicon);
  const last = lastOf.get(chunk);
  if (last?.before === before) return last;
  const entered = outline(passagesOf(chunk, lexicon), before, outlines);
  lastOf.set(chunk, entered);
  return entered;
}

function outline(passages: readonly Passage[], before: OutlineState, outlines: Outlines): Entered {
  const open = [...before.open];
  let { lead, provision } = before;
  let headed = false;
  const placed: Outlined[] = [];
  for (const passage of passages) {
    if (passage.kind === 'heading') {
      headed = true;
      while (open.length > 0 && open[open.length - 1]!.level >= passage.level) open.pop();
      const { level, topics, noise, pleads } = passage;
      open.push({ level, topics, noise, pleads });
      lead = none;
      provision = passage.provision;
    } else if (passage.provision) {
      provision = true;
      lead = passage.topics;
    } else if (passage.asks) {
      // A question lends its subject to the answer.
      lead = passage.topics.size > 0 ? passage.topics : passage.implied;
    } else if (passage.topics.size > 0) lead = passage.topics;
    const above = passage.parent >= 0 ? (placed[passage.parent]?.topics ?? none) : none;
    placed.push({
      passage,
      provision,
      noise: open.some((heading) => heading.noise),
      pleads: open.some((heading) => heading.pleads),
      topics: combine(passage, above, lead, open),
    });
  }
  const stays = !headed && lead === before.lead && provision === before.provision;
  const after = stays ? before : same({ open, lead, provision }, outlines);
  return { before, after, passages: placed.slice() };
}

function combine(passage: Passage, above: Topics, lead: Topics, open: readonly OpenHeading[]): Topics {
  const topics = new Map<number, number>();
  const put = (from: Topics, factor: number) => {
    for (let place = 0; place < from.size; place++) {
      const element = from.elementAt(place);
      topics.set(element, Math.max(topics.get(element) ?? 0, from.valueAt(place) * factor));
    }
  };
  const heading = passage.kind === 'heading';
  const own = heading ? none : passage.topics;
  const last = open.length - 1;
  for (let at = 0; at <= last; at++) {
    if (heading && at === last) continue;
    put(open[at]!.topics, at === last ? (own.size > 0 ? 0.7 : 0.9) : 0.5);
  }
  put(above, 0.9);
  if (own.size === 0) put(lead, 0.6);
  put(own, 1);
  if (!heading) put(passage.implied, 1);
  return ByElement.from(topics);
}

/** The one object of a state. */
function same(state: OutlineState, outlines: Outlines): OutlineState {
  const key = keyOf(state);
  const found = outlines.states.get(key);
  if (found) return found;
  if (outlines.states.size >= mostStates) {
    outlines.states.clear();
    outlines.states.set(keyOf(outlines.start), outlines.start);
  }
  outlines.states.set(key, state);
  return state;
}

function keyOf({ open, lead, provision }: OutlineState): string {
  const topics = (map: Topics) =>
    [...map].map(([element, weight]) => `${element}:${weight.toFixed(3)}`).join(',');
  const headings = open
    .map((h) => `${h.level}${h.noise ? '!' : ''}${h.pleads ? '?' : ''}${topics(h.topics)}`)
    .join(';');
  return `${headings}|${topics(lead)}|${provision}`;
}
