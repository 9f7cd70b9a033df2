import { say } from '../messages';
import type { AsOf, StatuteVersion } from '../statutes/statute';
import type { FeatureContext } from './context';

/** One line on a version: in force since when, until when, and as of which date that was looked up. */
export function versionLine(
  context: Pick<FeatureContext, 'library' | 'locale'>,
  version: StatuteVersion,
  asOf: AsOf,
): string {
  const { locale } = context;
  const own = version.own ? ` · ${say(locale, { key: 'version.own' })}` : '';
  const doubt = version.uncertain.length > 0 ? ` · ${say(locale, { key: 'version.uncertain' })}` : '';
  const ended = version.repealed ?? version.superseded;
  const key =
    asOf.state === 'unknown'
      ? 'version.unknown'
      : version.effective && version.effective > asOf.date
        ? 'version.not-yet'
        : ended && ended <= asOf.date
          ? version.repealed
            ? 'version.repealed'
            : 'version.superseded'
          : 'version.in-force';
  return (
    say(locale, {
      key,
      args: {
        effective: version.effective ?? '?',
        ended: ended ?? '?',
        date: asOf.date,
        successor: asOf.successor?.short ?? asOf.successorTitle ?? '—',
      },
    }) +
    own +
    doubt
  );
}
