import type { Basis } from './framework';

const basisText =
  /^(\S.*?) (\d{1,4})(?:之(\d{1,2}))?(?:\.(\d{1,2}))?(?:\.(\d{1,2}))?(?:-(\d{1,4}))?( shared)?$/;

/** `电子商务法 38.2`, `民法典 1170-1172`, `… shared`; undefined when it cannot be read. */
export function parseBasis(text: string): Basis | undefined {
  const match = basisText.exec(text.trim());
  if (!match) return undefined;
  const [, law, article, suffix, paragraph, item, to, shared] = match;
  return {
    law: law!,
    article: Number(article),
    ...(suffix ? { suffix: Number(suffix) } : {}),
    ...(paragraph ? { paragraph: Number(paragraph) } : {}),
    ...(item ? { item: Number(item) } : {}),
    ...(to ? { to: Number(to) } : {}),
    ...(shared ? { shared: true } : {}),
  };
}
