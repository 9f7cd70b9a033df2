import type { StatuteLibrary } from '../statutes/library';
import type { Existence, Locator, Statute, StatuteVersion } from '../statutes/statute';
import type { CitationStatus } from './citation';

/** The answer to one target: what is known of it, and the version looked at. */
export interface TargetStatus {
  readonly status: CitationStatus;
  readonly version?: StatuteVersion;
}

/** The version of a law that the year in （2016年） or 2018修正 means: by promulgation, else by effective date. */
export function versionOfYear(statute: Statute, year: number): StatuteVersion | undefined {
  const of = (date: string | undefined) => date?.startsWith(`${year}-`) ?? false;
  const versions = [...statute.versions].reverse();
  return versions.find((v) => of(v.promulgated)) ?? versions.find((v) => of(v.effective));
}

/**
 * Checks a place (or both ends of a range) of a law as of a date. An error is said only of what the library proves.
 * @param year version asked for in the text
 * @param old an earlier version than the one in force is asked for (旧《…》)
 */
export function targetStatus(
  library: StatuteLibrary,
  statute: Statute,
  date: string,
  place: Locator,
  to: Locator | undefined,
  year: number | undefined,
  old = false,
): TargetStatus {
  const now = library.asOf(statute, date);
  const before = old ? statute.versions[statute.versions.indexOf(now.version) - 1] : undefined;
  const asked = year === undefined ? before : versionOfYear(statute, year);
  const version = asked ?? now.version;
  if (!asked || asked === now.version) {
    if (now.state === 'repealed') return { status: 'repealed', version };
    if (now.state === 'not-yet-effective') return { status: 'not-yet-effective', version };
  }
  let unknown = false;
  for (const end of to ? [place, to] : [place]) {
    const existence = library.existence(version, end);
    const missing = missingStatus(existence);
    // Where a date is uncertain (or the version asked for is not here), a place is called wrong only when no version
    // that may apply has it.
    const doubtful =
      !asked &&
      (year !== undefined ||
        now.state === 'unknown' ||
        (now.alternative && !missingStatus(library.existence(now.alternative, end))));
    if (missing && !doubtful) return { status: missing, version };
    if (missing) unknown = true;
    if (existence.state === 'unknown') unknown = true;
  }
  return { status: unknown ? 'not-in-library' : 'verified', version };
}

function missingStatus(existence: Existence): CitationStatus | undefined {
  switch (existence.state) {
    case 'no-article':
      return 'no-such-article';
    case 'no-paragraph':
      return 'no-such-paragraph';
    case 'no-item':
      return 'no-such-item';
    default:
      return undefined;
  }
}
