import type { AsOf, Statute, StatuteVersion } from './statute';

type Begun = 'yes' | 'likely' | 'maybe' | 'no';

/** What `asOf` needs to know of the library. */
export interface AsOfContext {
  /** The day on which the index of facts was established; '' = not known. */
  readonly stated: string;
  /** The law that replaced a repealed one, by version id or title. */
  successor(name: string, date: string): StatuteVersion | undefined;
}

/**
 * The version of a law that applies on a date. Certain facts decide; an uncertain date never makes a law repealed or not
 * yet effective: the answer is then `unknown`, or, where only the choice between two versions hangs on it, `in-force`
 * with the other version as `alternative`.
 */
export function asOf(statute: Statute, date: string, context: AsOfContext): AsOf {
  const { versions } = statute;
  const begun = versions.map((v) => hasBegun(v, date, context.stated));
  let at = -1;
  for (let i = 0; i < versions.length; i++) if (begun[i] === 'yes' || begun[i] === 'likely') at = i;
  if (at < 0) return beforeAll(statute, date, begun);
  const version = versions[at]!;
  const next = versions[at + 1];
  const base = { date, version, ...(next && { successor: next }) };
  if (version.repealed !== undefined || version.status === '已废止') {
    return { ...base, ...ended(version, date, context) };
  }
  if (!next) {
    const replaced =
      version.superseded !== undefined ? version.superseded <= date : version.status === '已修改';
    // A later version exists that the library does not know: nothing can be said of the law on this day.
    if (replaced) return { ...base, state: 'unknown', successorTitle: statute.title };
  }
  const before = begun[at] === 'likely' ? versions[at - 1] : undefined;
  const alternative = next && begun[at + 1] === 'maybe' ? next : before;
  return { ...base, state: 'in-force', ...(alternative && { alternative }) };
}

/** No version has begun for certain on the date. */
function beforeAll(statute: Statute, date: string, begun: readonly Begun[]): AsOf {
  const maybe = begun.indexOf('maybe');
  if (maybe >= 0) return { date, state: 'unknown', version: statute.versions[maybe]! };
  const first = statute.versions[0]!;
  // The index of facts does not say whether a version is the first one, a statute file does.
  const original = first.status === undefined || first.official !== undefined || first.own;
  const state = original && first.amendedFrom === undefined ? 'not-yet-effective' : 'unknown';
  return { date, state, version: first, ...(statute.versions[1] && { successor: statute.versions[1] }) };
}

function ended(version: StatuteVersion, date: string, context: AsOfContext): Omit<AsOf, 'date' | 'version'> {
  const { repealed, repealedBy } = version;
  const successor = repealedBy === undefined ? undefined : context.successor(repealedBy, date);
  const known = {
    ...(successor && { successor }),
    ...(!successor && repealedBy !== undefined && { successorTitle: repealedBy }),
  };
  const certain = repealed !== undefined && !version.uncertain.includes('repealed');
  if (certain) return { state: date >= repealed ? 'repealed' : 'in-force', ...known };
  const over = version.status === '已废止' && context.stated !== '' && date >= context.stated;
  if (over) return { state: 'repealed', ...known };
  return { state: repealed !== undefined && date < repealed ? 'in-force' : 'unknown', ...known };
}

function hasBegun(version: StatuteVersion, date: string, stated: string): Begun {
  const { effective, promulgated, status, uncertain } = version;
  if (effective !== undefined && !uncertain.includes('effective')) return date >= effective ? 'yes' : 'no';
  // From here on the day is not certain, or not known at all.
  if (status === '尚未施行') return stated !== '' && date <= stated ? 'no' : 'maybe';
  if (status !== undefined && status !== '修正案' && stated !== '' && date >= stated) return 'yes';
  if (promulgated !== undefined && !uncertain.includes('promulgated') && date < promulgated) return 'no';
  if (effective !== undefined) return date >= effective ? 'likely' : 'maybe';
  // Laws begin within a year of their promulgation.
  if (promulgated !== undefined && date >= yearLater(promulgated)) return 'likely';
  return 'maybe';
}

function yearLater(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
