// The labelled cases of the training: every element of every labelled memo, with the stretches that speak of it.

import { unitsOf } from '../../server/src/analysis/analyze';
import { featureNames, featureVector } from '../../server/src/analysis/features';
import type { Cues, ElementDefinition, Framework } from '../../server/src/analysis/framework';
import { genreOf } from '../../server/src/analysis/genre';
import { lexiconOf } from '../../server/src/analysis/lexicon';
import { capOf, isRule } from '../../server/src/analysis/limits';
import { stretchesOf } from '../../server/src/analysis/stretch';
import type { CitationIndex } from '../../server/src/citations/citation';
import { createMemo } from '../../server/src/memo/createMemo';
import type { Memo } from '../../server/src/memo/memo';
import { coreElements, type LabelledMemo } from '../../test/unit/analysis/labelled';
import { citationsOf } from '../corpus-tools.mts';

/** A stretch as the model sees it. */
export interface Unit {
  readonly vector: readonly number[];
  /** The highest level that it may reach, and whether it is at least partial. */
  readonly cap: number;
  readonly floor: boolean;
}

export interface Case {
  readonly memo: string;
  readonly group: string;
  readonly element: string;
  readonly core: boolean;
  readonly level: number;
  readonly weight: number;
  readonly units: readonly Unit[];
}

/** A labelled memo, read. */
export interface Example extends LabelledMemo {
  readonly group: string;
  readonly memo: Memo;
  readonly citations: CitationIndex;
}

export function examplesOf(group: string, memos: readonly LabelledMemo[]): Example[] {
  return memos.map((labelled) => {
    const memo = createMemo(labelled.name, 1, labelled.text);
    return { ...labelled, group, memo, citations: citationsOf(memo) };
  });
}

/** The cases as a framework sees them. */
export function casesOf(examples: readonly Example[], framework: Framework): Case[] {
  const lexicon = lexiconOf(framework);
  return examples.flatMap(({ name, group, memo, citations, labels }) => {
    const stretches = stretchesOf(memo, citations, framework);
    const genre = genreOf(stretches.map(({ facts }) => facts.sums));
    return labels.map(({ element, level, disputable }) => {
      const core = coreElements.includes(element);
      const index = lexicon.elements.findIndex(({ id }) => id === element);
      const units = unitsOf(stretches, index).map(({ features }): Unit => {
        const vector = featureVector(features, genre);
        return {
          vector: featureNames.map((feature) => vector[feature]),
          cap: capOf(features, genre).level,
          floor: isRule(features, genre),
        };
      });
      return {
        memo: name,
        group,
        element,
        core,
        level,
        weight: (disputable ? 0.5 : 1) * (core ? 1.5 : 1),
        units,
      };
    });
  });
}

/** The same framework with a part of its cues left out, as if its author had not thought of them. */
export function withoutCues(framework: Framework, share: number, random: () => number): Framework {
  const thin = (cues: Cues): Cues => ({
    zh: cues.zh.filter(() => random() >= share),
    en: cues.en.filter(() => random() >= share),
  });
  const element = (e: ElementDefinition): ElementDefinition => ({
    ...e,
    cues: {
      headings: thin(e.cues.headings),
      strong: thin(e.cues.strong),
      weak: thin(e.cues.weak),
      negative: e.cues.negative,
      outcome: thin(e.cues.outcome),
    },
  });
  const lists = Object.fromEntries(
    Object.entries(framework.lists).map(([name, words]) => {
      const kept = words.filter(() => random() >= share);
      return [name, kept.length > 0 ? kept : words.slice(0, 1)];
    }),
  );
  const { signals } = framework;
  const thinned = ['fact', 'norm', 'conclusion', 'inference', 'deferral', 'rebuttal'] as const;
  return {
    ...framework,
    lists,
    elements: framework.elements.map(element),
    signals: { ...signals, ...Object.fromEntries(thinned.map((name) => [name, thin(signals[name])])) },
  };
}
