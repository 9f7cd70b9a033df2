import type { Antecedent } from './antecedent';
import type { CitedPlace } from './context';
import type { Unit } from './element';
import { anaphora, WordList } from './lexicon';
import { complete, type Point } from './points';
import type { Reading } from './reading';
import type { ReferenceToken } from './token';

const additions = new WordList(anaphora.additions);
/** 增加一款作为第三款：“: an addition is announced so near before its quotation. */
const announcement = 24;

/** 前款, 前两条: the places counted back in the text that is walked through, else from the article quoted. */
export function previousPoints(
  reading: Reading,
  token: ReferenceToken,
  unit: Unit,
  count: number,
): { readonly law: Antecedent; readonly points: readonly Point[] } | undefined {
  const from = start(reading, token, unit);
  if (!from || from.law.kind === 'document' || from.place.article === undefined) return undefined;
  const { article, suffix, paragraph } = from.place;
  const value = unit === 'article' ? article : unit === 'paragraph' ? paragraph : from.place.item;
  if (value === undefined || value - count < 1) return undefined;
  const base =
    unit === 'article'
      ? {}
      : {
          article,
          ...(suffix === undefined ? {} : { suffix }),
          ...(unit === 'item' && paragraph !== undefined ? { paragraph } : {}),
        };
  if (token.points.length > 0 && count === 1)
    return { law: from.law, points: complete(token.points, { ...base, [unit]: value - 1 }) };
  const points = Array.from(
    { length: count },
    (_, i): Point => ({
      start: token.start,
      end: token.end,
      place: { ...base, [unit]: value - count + i },
      forms: ['chinese'],
    }),
  );
  return { law: from.law, points };
}

function start(reading: Reading, token: ReferenceToken, unit: Unit): CitedPlace | undefined {
  const proposal = token.quoted && unit === 'paragraph' ? added(reading, token) : undefined;
  if (proposal) return proposal;
  if (reading.text) {
    const { law, article, suffix, paragraph } = reading.text;
    const place = { article, ...(suffix === undefined ? {} : { suffix }), paragraph: Math.max(1, paragraph) };
    return { law, place };
  }
  if (!token.quoted || !reading.lastInBlock) return undefined;
  return reading.last;
}

/** Whether the 款 that begins at `at` is one to be added (增加一款作为第三款): no law has it yet. */
export function isProposed(prose: string, at: number): boolean {
  const before = prose.slice(Math.max(0, at - 12), at);
  return /(?:作为|为|，即)$/.test(before) && additions.within(before);
}

/** The place of a 款 that is being added to the article spoken of: behind the 款 cited, else behind its last one. */
function added(reading: Reading, token: ReferenceToken): CitedPlace | undefined {
  const host = reading.host;
  if (!host || host.law.kind === 'document') return undefined;
  const open = reading.prose.lastIndexOf('“', token.start);
  if (open < 0) return undefined;
  const words = reading.prose.slice(Math.max(0, open - announcement), open);
  if (!additions.within(words)) return undefined;
  const last = host.place.paragraph ?? reading.book.paragraphs(host.law, host.place);
  return last === undefined ? undefined : { law: host.law, place: { ...host.place, paragraph: last + 1 } };
}
