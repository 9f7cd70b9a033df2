import { readArticleLabel } from '../articleLabel';
import { cutFrontMatter } from '../facts';
import { fileProblem, type ImportInput, readInput } from './readInput';
import type { ImportProblem } from './result';

interface Part {
  /** First article of the part, 0 = none: such a part (title and history) goes first. */
  readonly first: number;
  readonly yaml: string;
  readonly lines: readonly string[];
}

/**
 * The files of one law as one text, in the order of their articles. Title and history are taken from the first one; of the
 * others only headings stand before their first article.
 */
export function joinParts(inputs: readonly ImportInput[]): string | ImportProblem {
  const parts: Part[] = [];
  for (const input of inputs) {
    const text = readInput(input);
    if (typeof text !== 'string') return text;
    const { yaml, body } = cutFrontMatter(text);
    const lines = body.split('\n');
    const article = lines.find(labelOf);
    const first = article === undefined ? 0 : (labelOf(article)?.article ?? 0);
    parts.push({ first, yaml: yaml?.includes('title:') ? `---\n${yaml}---\n` : '', lines });
  }
  const [leader, ...others] = parts.sort((a, b) => a.first - b.first);
  if (!leader) return fileProblem('empty-file');
  const title = leader.lines.find((line) => line.startsWith('# '));
  const rest = others.flatMap(({ lines }) => {
    const start = lines.findIndex(labelOf);
    const head = start < 0 ? [] : lines.slice(0, start);
    return [
      ...head.filter((line) => line.startsWith('#') && line !== title),
      ...lines.slice(Math.max(0, start)),
    ];
  });
  return `${leader.yaml}${leader.lines.join('\n')}\n${rest.join('\n')}`;
}

/** The label of an article at the start of a line, markup apart. */
function labelOf(line: string) {
  return readArticleLabel(line.replace(/^[\s#*>+-]{1,12}/, ''));
}
