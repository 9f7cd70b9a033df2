import { isMap } from 'yaml';
import {
  type Cues,
  type FrameworkProblem,
  type JudgementWeights,
  type Signals,
  signalNames,
} from './framework';
import { keyOf, noCues, scalar, YamlReader } from './yamlReader';

/** Reads `signals.yaml` and `judgement.yaml`. Never throws; problems of the second have places in it. */
export function parseSignals(
  text: string,
  judgement: string,
): { signals: Signals; problems: readonly FrameworkProblem[] } {
  const read = new SignalsReader(text).signals();
  const weights = new SignalsReader(judgement).judgement();
  return {
    signals: { ...read.signals, judgement: weights.judgement },
    problems: [...read.problems, ...weights.problems],
  };
}

class SignalsReader extends YamlReader {
  signals(): { signals: Omit<Signals, 'judgement'>; problems: readonly FrameworkProblem[] } {
    const { root } = this;
    const map = isMap(root) ? root : undefined;
    if (!map) this.problem(root, 'bad-value', 'signals');
    else this.known(map, ['lists', ...signalNames]);
    this.lists = map ? this.readLists(map.get('lists', true)) : {};
    const read = Object.fromEntries(
      signalNames.map((key) => [key, map ? this.cues(map, key) : noCues]),
    ) as Record<(typeof signalNames)[number], Cues>;
    return { signals: { lists: this.lists, ...read }, problems: this.problems };
  }

  judgement(): { judgement: JudgementWeights; problems: readonly FrameworkProblem[] } {
    const { root } = this;
    const numbers = (key: string): Record<string, number> => {
      const read: Record<string, number> = {};
      const node = isMap(root) ? root.get(key, true) : undefined;
      if (!isMap(node)) this.problem(root, 'missing-key', key);
      else
        for (const pair of node.items) {
          const value = Number(scalar(pair.value));
          if (Number.isFinite(value)) read[keyOf(pair)] = value;
          else this.problem(pair.value, 'bad-value', keyOf(pair));
        }
      return read;
    };
    const { mentioned = 1, partial = 2, addressed = 3 } = numbers('thresholds');
    return {
      judgement: { thresholds: { mentioned, partial, addressed }, weights: numbers('weights') },
      problems: this.problems,
    };
  }
}
