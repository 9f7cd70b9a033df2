import { type CueTable, makeCueTable } from './cueTable';
import type { Framework, Signals } from './framework';
import { prepareCues } from './lexicon';
import { type FrameworkData, type ParsedFramework, parseFramework } from './parseFramework';
import { parseSignals } from './parseSignals';

/** The built-in frameworks as the host reads them: JSON made by `compileFramework` and `compileSignals`. */
export interface BuiltInFrameworks {
  ids(): readonly string[];
  /** Compiled framework, undefined = there is none of that id. */
  framework(id: string): string | undefined;
  signals(): string;
}

export interface Frameworks {
  /** Ids of all frameworks, the user's own included. */
  ids(): readonly string[];
  /** By id; the user's own goes before a built-in one of the same id. */
  framework(id: string): Framework | undefined;
  /** The shared word lists, for reading a user's framework file. */
  parse(text: string): ParsedFramework;
  /** The same with these frameworks of the user's. */
  withOwn(own: readonly FrameworkData[]): Frameworks;
}

/** What the build writes of a framework: with its cues taken apart, which takes a good part of a start. */
interface Compiled {
  readonly framework: FrameworkData;
  readonly cues: CueTable;
}

/** A framework file as JSON, for the build; problems come along and the caller decides. */
export function compileFramework(text: string, signals: Signals): ParsedFramework & { json: string } {
  const parsed = parseFramework(text, signals.lists);
  const { framework } = parsed;
  const compiled = framework && {
    framework,
    cues: makeCueTable({ ...framework, signals }),
  };
  return { ...parsed, json: JSON.stringify((compiled ?? null) satisfies Compiled | null) };
}

/** `signals.yaml` with `judgement.yaml` as JSON, for the build. */
export function compileSignals(
  text: string,
  judgement: string,
): ReturnType<typeof parseSignals> & { json: string } {
  const parsed = parseSignals(text, judgement);
  return { ...parsed, json: JSON.stringify(parsed.signals) };
}

/** Frameworks, read when they are first asked for. The same id gives the same object. */
export function createFrameworks(builtIn: BuiltInFrameworks, own: readonly FrameworkData[] = []): Frameworks {
  let shared: Signals | undefined;
  const signals = (): Signals => {
    shared ??= JSON.parse(builtIn.signals()) as Signals;
    return shared;
  };
  const known = new Map<string, Framework | undefined>();
  const read = (id: string): Framework | undefined => {
    const mine = own.find((framework) => framework.id === id);
    if (mine) return { ...mine, signals: signals() };
    const json = builtIn.framework(id);
    const compiled = json === undefined ? null : (JSON.parse(json) as Compiled | null);
    if (!compiled) return undefined;
    const framework = { ...compiled.framework, signals: signals() };
    prepareCues(framework, compiled.cues);
    return framework;
  };
  return {
    ids: () => [...new Set([...builtIn.ids(), ...own.map((framework) => framework.id)])],
    framework(id) {
      if (!known.has(id)) known.set(id, read(id));
      return known.get(id);
    },
    parse: (text) => parseFramework(text, signals().lists),
    withOwn: (more) => createFrameworks(builtIn, more),
  };
}
