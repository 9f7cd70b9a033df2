/**
 * A framework as data: `server/frameworks/*.yaml`, described in docs/frameworks.md. Parsed and validated in
 * `parseFramework.ts`.
 */
export interface Framework {
  readonly id: string;
  readonly name: InBothLanguages;
  readonly description?: InBothLanguages;
  /** Named word lists that cues refer to as `{name}`. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Words that show that the memo is about a case for this framework: who was harmed, who claims. */
  readonly subject: Cues;
  /** Headings below which an analysis stands, best first: where a missing element belongs. */
  readonly analysisHeadings: Cues;
  readonly elements: readonly ElementDefinition[];
  /** Ids of all elements in the logical order of an analysis. */
  readonly order: readonly string[];
  readonly consistency: readonly ConsistencyRule[];
  /** Signals that all frameworks share (`signals.yaml`). */
  readonly signals: Signals;
}

export interface InBothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** Cues by language; the syntax of a cue is described in docs/frameworks.md. Both lists are looked for in every memo. */
export interface Cues {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

export type ElementSeverity = 'warning' | 'information' | 'hint';

export interface ElementDefinition {
  /** `prevention`; a part's id begins with its parent's: `prevention.rescue`. */
  readonly id: string;
  readonly name: InBothLanguages;
  readonly question: InBothLanguages;
  /** Further ids that mean the same element in `waive` and in switches. */
  readonly aliases: readonly string[];
  /** Of a part: required = the element is incomplete without it. */
  readonly kind: 'required' | 'supporting';
  /** A sentence may be a complete treatment (whether a good concerns life and health), where others need a passage. */
  readonly brief: boolean;
  /** Its section stands behind the analysis (recommendations), and not within it. */
  readonly concludes: boolean;
  readonly severity: ElementSeverity;
  /** Required only where this holds; absent = always. */
  readonly when?: Condition;
  /** Not required where this holds. */
  readonly unless?: Condition;
  readonly bases: readonly Basis[];
  readonly cues: ElementCues;
  /** Why it matters, with the authority. */
  readonly authority: InBothLanguages;
  /** What a complete treatment shows. */
  readonly complete: InBothLanguages;
  /** Body of the section that the quick fix inserts: a snippet with `${1:…}` placeholders; `{bases}` stands for the bases. */
  readonly template: InBothLanguages;
  /** Open questions of doctrine, each with its views: inserted as a stub, never decided. */
  readonly splits: readonly Split[];
  readonly parts: readonly ElementDefinition[];
}

export interface ElementCues {
  /** Headings, lead words of a paragraph, first cells of a table row. */
  readonly headings: Cues;
  /** One of them in a sentence makes the sentence speak of the element. */
  readonly strong: Cues;
  /** They count together, or below a heading of the element. */
  readonly weak: Cues;
  /** The cue words in another sense: hits inside them do not count. */
  readonly negative: Cues;
  /** How a conclusion on this element is worded. */
  readonly outcome: Cues;
}

export interface Split {
  readonly question: InBothLanguages;
  readonly views: readonly InBothLanguages[];
}

/** A statutory basis. */
export interface Basis {
  /** Short title as in the statute library. */
  readonly law: string;
  readonly article: number;
  readonly suffix?: number;
  readonly paragraph?: number;
  readonly item?: number;
  /** A range of articles up to here. */
  readonly to?: number;
  /** True = the place serves several elements: a citation of it does not show which one is meant. */
  readonly shared?: boolean;
}

/** Holds where every given key holds; the entries of one key are alternatives. */
export interface Condition {
  readonly cites?: readonly Basis[];
  readonly says?: Cues;
  /** Laws (short titles) named with or without an article. */
  readonly laws?: readonly string[];
  /** Element statuses, e.g. `{scope: [missing, mentioned]}`. */
  readonly elements?: Readonly<Record<string, readonly string[]>>;
  /** Of the whole memo, where the rule's own scope is narrower. */
  readonly memo?: Condition;
}

/** A consistency rule: where all of `when` hold and none of `unless` does, the memo contradicts itself or its law. */
export interface ConsistencyRule {
  readonly id: string;
  readonly severity: ElementSeverity;
  /** How far the parts of `when` may stand apart. */
  readonly scope: 'sentence' | 'passage' | 'section' | 'memo';
  readonly when: readonly Condition[];
  readonly unless: readonly Condition[];
  /** `{cite}`, `{cue}`, `{other}` stand for the words found. */
  readonly message: InBothLanguages;
  readonly why: InBothLanguages;
}

/** Words that show what a sentence does, whatever the element (`server/frameworks/signals.yaml`). */
export interface Signals {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Who and what only this case has: 本案, 我司, 原告 … */
  readonly party: Cues;
  /** What happened, and when: 事发, 当晚, 送医 … */
  readonly fact: Cues;
  /** Evidence: 证据, 病历 …; counts beside another sign of a fact. */
  readonly factWeak: Cues;
  /** Units behind a number: 元, 分钟, 次 … */
  readonly units: Cues;
  /** A norm: 应当, 不得, 规定 … */
  readonly norm: Cues;
  /** The wording of a provision: 有下列情形之一的，人民法院应予支持 … */
  readonly rule: Cues;
  /** A conclusion: 综上, 应认定 … */
  readonly conclusion: Cues;
  /** Weaker signs of an inference: 因此, 所以, 估计 … */
  readonly inference: Cues;
  /** Put off: 另函, 待补充, 下周 … */
  readonly deferral: Cues;
  /** Exhortations and promises, which say nothing of this case: 应进一步加强, 高度重视, 将逐一梳理 … */
  readonly exhortation: Cues;
  /** Expressly not discussed. */
  readonly waiver: Cues;
  /** Of these, what says that the memo leaves the matter out: 本文不讨论 … */
  readonly outOfScope: Cues;
  /** Another's words: 原告主张, 对方认为 … */
  readonly opponent: Cues;
  /** The writer answers the other side: 但, 不能成立 … */
  readonly rebuttal: Cues;
  /** Headings or lead words of zones that do not count as treatment: 目录, 摘要, 关键词, 参考文献 … */
  readonly noise: Cues;
  /** Placeholders: 待补充, TODO, ____ … */
  readonly placeholder: Cues;
  readonly negation: Cues;
  /** Weights of the judgement (`judgement.yaml`, made by scripts/train-elements.mts). */
  readonly judgement: JudgementWeights;
}

export interface JudgementWeights {
  /** From which sum on an element is mentioned, partial, addressed. */
  readonly thresholds: { readonly mentioned: number; readonly partial: number; readonly addressed: number };
  /** By the names of `features.ts`. */
  readonly weights: Readonly<Record<string, number>>;
}

export interface FrameworkProblem {
  /** Offsets in the framework file. */
  readonly start: number;
  readonly end: number;
  readonly code:
    | 'not-yaml'
    | 'missing-key'
    | 'unknown-key'
    | 'bad-value'
    | 'bad-basis'
    | 'bad-cue'
    | 'unknown-list'
    | 'duplicate-id'
    | 'unknown-element';
  readonly args: readonly string[];
}

/** The signals of `signals.yaml`, by name. */
export const signalNames = [
  'party',
  'fact',
  'factWeak',
  'units',
  'norm',
  'rule',
  'conclusion',
  'inference',
  'deferral',
  'exhortation',
  'waiver',
  'outOfScope',
  'opponent',
  'rebuttal',
  'noise',
  'placeholder',
  'negation',
] as const;
