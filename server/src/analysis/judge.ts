import type { ElementStatus, Evidence, Facets } from './analysis';
import type { Features, Speaking, Unit } from './units';

/** What the stretches that speak of an element add up to. */
export interface Judgement {
  readonly status: ElementStatus;
  readonly facets: Facets;
  readonly evidence: readonly Evidence[];
}

const nothing: Judgement = {
  status: 'missing',
  facets: { authority: false, application: false, conclusion: false },
  evidence: [],
};

const order: readonly ElementStatus[] = ['missing', 'mentioned', 'partial', 'addressed'];

/** Judges an element by its stretches: the best one decides, the others add facets. */
export function judge(units: readonly Unit[]): Judgement {
  let best = nothing;
  let bestStatus = 0;
  const evidence: Evidence[] = [];
  for (const unit of units) {
    const { status, facets } = judgeUnit(unit.features);
    const level = order.indexOf(status);
    if (level === 0) continue;
    evidence.push(...evidenceOf(unit, level === 1));
    if (level > bestStatus || (level === bestStatus && better(facets, best.facets))) {
      bestStatus = level;
      best = { status, facets, evidence };
    }
  }
  if (bestStatus === 0) return nothing;
  return { ...best, evidence };
}

function better(a: Facets, b: Facets): boolean {
  const size = (f: Facets) => Number(f.authority) + Number(f.application) + Number(f.conclusion);
  return size(a) > size(b);
}

function judgeUnit(f: Features): { status: ElementStatus; facets: Facets } {
  const authority = f.norm >= 2 || f.cites > 0;
  const application = f.fact >= 3 && f.ownFact + f.fact / 3 >= 1.5;
  const conclusion = f.ownConclusion >= 1 || f.outcome >= 1 || f.conclusion >= 2;
  const facets = { authority, application, conclusion };
  if (f.strongest < 0.9 && f.relevance < 0.9)
    return { status: f.topical >= 0.55 ? 'mentioned' : 'missing', facets };
  const none = { authority: false, application: false, conclusion: false };
  if (f.noise > 0.6 || f.empty > 0.6 || f.deferral > 0.7 || f.waiver > 0.6)
    return { status: 'mentioned', facets: none };
  if (f.opponent > 0.8 && !conclusion) return { status: application ? 'partial' : 'mentioned', facets };
  if (application && conclusion) return { status: 'addressed', facets };
  if (application || (authority && f.length > 25)) return { status: 'partial', facets };
  return { status: 'mentioned', facets };
}

function evidenceOf(unit: Unit, mention: boolean): Evidence[] {
  return unit.speaking.map(({ sentence, weight }: Speaking) => {
    const { facts, placed } = sentence;
    const shows = mention
      ? facts.waiver
        ? 'waiver'
        : 'mention'
      : facts.conclusion > 0 && !facts.deferral
        ? 'conclusion'
        : facts.fact > 0
          ? 'application'
          : facts.norm > 0 || sentence.cites > 0
            ? 'authority'
            : 'mention';
    return { start: placed.offset + facts.start, end: placed.offset + facts.end, shows, score: weight };
  });
}
