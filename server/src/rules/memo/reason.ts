import { type Locale, say } from '../../messages';

const locales: readonly Locale[] = ['zh-CN', 'en'];

/** Whether a reason says anything: the placeholder that a quick fix left does not. */
export function hasReason(reason: string): boolean {
  const words = reason.trim();
  return words !== '' && !locales.some((locale) => say(locale, { key: 'fix.suppress-reason' }) === words);
}
