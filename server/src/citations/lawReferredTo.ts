import { type Antecedent, hasEnding } from './antecedent';
import { citedWith, lastWith } from './choose';
import { clauseBearing } from './lexicon';
import { implementingRules } from './naming';
import { ofLawInView } from './nearbyNames';
import type { Reading } from './reading';
import type { Anaphor, ReferenceToken } from './token';

/** The law that 该法, 本条例, 旧法 or 条例 alone means; undefined = nobody can tell. */
export function lawReferredTo(
  reading: Reading,
  token: ReferenceToken,
  anaphor: Extract<Anaphor, { kind: 'law' | 'kind' }>,
): Antecedent | undefined {
  const alias = token.anaphorText ? reading.memo.aliases.get(token.anaphorText) : undefined;
  const own = anaphor.kind === 'law' && anaphor.own && !token.quoted ? reading.memo.own : undefined;
  return (
    alias ??
    (own && hasEnding(own, anaphor.endings)
      ? own
      : (anaphor.kind === 'law' && anaphor.state && citedWith(reading, token, anaphor.endings)) ||
        (lastWith(reading, anaphor.endings) ?? own ?? onlyOf(reading, anaphor, token.english)))
  );
}

/** 条例第7条 far from the name: the memo's only 条例. A contract may go with 办法 and 规定 of its own. */
function onlyOf(reading: Reading, anaphor: Anaphor, english: boolean): Antecedent | undefined {
  const { memo } = reading;
  // “the Measures”, “Interpretation (I)”
  if (english && anaphor.kind === 'law' && anaphor.endings.length > 0)
    return memo.onlyWith(anaphor.endings) ?? ofLawInView(reading, anaphor.endings);
  if (anaphor.kind !== 'kind') return undefined;
  const [kind] = anaphor.endings;
  if (memo.contract && clauseBearing.has(kind ?? '')) return undefined;
  const only = memo.onlyWith(anaphor.endings);
  if (only || kind !== '条例') return only;
  // 消保法及其实施条例……条例第19条
  const rules = implementingRules(reading, '实施条例');
  return rules?.kind === 'law' ? rules : undefined;
}
