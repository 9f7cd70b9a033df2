import type { Finding } from '../../../../server/src/rules/rule';
import { check } from '../environment';

/** What one rule finds in a text. */
export const findingsIn = (text: string, rule: string): Finding[] =>
  check(text).findings.filter((finding) => finding.rule === rule);
