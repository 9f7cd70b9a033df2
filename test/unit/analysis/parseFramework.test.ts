import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { conditionsOf } from '../../../server/src/analysis/cueTable';
import type {
  Basis,
  Condition,
  ElementDefinition,
  FrameworkProblem,
} from '../../../server/src/analysis/framework';
import { parseBasis } from '../../../server/src/analysis/parseBasis';
import { parseFramework } from '../../../server/src/analysis/parseFramework';
import { builtIn, root } from '../citations/builtIn';
import { builtInFrameworks } from '../rules/environment';

const valid = `id: test
name: {zh: 测试, en: Test}
lists: {act: [审核]}
elements:
  - id: duty
    name: {zh: 义务, en: Duty}
    question: {zh: 问, en: Asked}
    kind: required
    severity: warning
    bases: [电子商务法 38.2, 民法典 1170-1172 shared]
    cues: {strong: {zh: ['{act}义务', 未…尽], en: [duty]}}
    authority: {zh: 甲, en: A}
    complete: {zh: 乙, en: B}
    template: {zh: 丙, en: C}
`;

const problemsOf = (text: string) => parseFramework(text).problems.map((problem) => shown(text, problem));
const shown = (text: string, { start, end, code, args }: FrameworkProblem) =>
  [code, args[0], text.slice(start, end)] as const;

describe('reading a framework', () => {
  it('gives the framework', () => {
    const { framework, problems } = parseFramework(valid);
    assert.deepEqual(problems, []);
    assert.equal(framework?.id, 'test');
    const [duty] = framework.elements;
    assert.equal(duty?.kind, 'required');
    assert.deepEqual(duty?.bases, [
      { law: '电子商务法', article: 38, paragraph: 2 },
      { law: '民法典', article: 1170, to: 1172, shared: true },
    ]);
    assert.equal(duty?.brief, false);
  });

  it('says what is wrong, and where', () => {
    assert.deepEqual(problemsOf(valid.replace('kind: required', 'kind: needed')), [
      ['bad-value', 'needed', 'needed'],
    ]);
    assert.deepEqual(problemsOf(valid.replace('电子商务法 38.2', '三十八条')), [
      ['bad-basis', '三十八条', '三十八条'],
    ]);
    assert.deepEqual(problemsOf(valid.replace('authority:', 'authorities:')), [
      ['unknown-key', 'authorities', 'authorities'],
      ['missing-key', 'authority', 'id'],
    ]);
    assert.deepEqual(problemsOf(valid.replace("'{act}义务'", "'{acts}'")), [
      ['unknown-list', 'acts', "'{acts}'"],
    ]);
    assert.deepEqual(problemsOf(valid.replace('id: test\n', '')), [['missing-key', 'id', 'name']]);
    assert.deepEqual(problemsOf(`${valid}  - id: duty\n${valid.split('- id: duty\n')[1]}`)[0], [
      'duplicate-id',
      'duty',
      'duty',
    ]);
    assert.equal(problemsOf(valid.replace('name: {zh: 义务', 'name: {zh: [义务'))[0]?.[0], 'not-yaml');
  });

  it('notes conditions on elements that there are not', () => {
    const rule = `consistency:
  - id: r
    when: [{elements: {dutty: [missing]}}]
    message: {zh: 甲, en: A}
    why: {zh: 乙, en: B}
`;
    assert.deepEqual(
      problemsOf(valid + rule).map(([code, arg]) => [code, arg]),
      [['unknown-element', 'dutty']],
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(valid.length), fc.nat(12), (junk, at, cut) => {
        const text = valid.slice(0, at) + junk + valid.slice(at + cut);
        for (const { start, end } of parseFramework(text).problems) assert.ok(start <= end);
      }),
      { numRuns: 300 },
    );
    for (const text of [
      '',
      '[]',
      'null',
      '42',
      '- a\n- b',
      'id: [',
      'elements: 3',
      'id: x\nelements: [3, {id: 4}]',
    ])
      assert.ok(parseFramework(text).framework === undefined || text.includes('id: 4'));
  });

  it('reads places in the law', () => {
    assert.deepEqual(parseBasis('网络消费纠纷规定（一） 4'), { law: '网络消费纠纷规定（一）', article: 4 });
    assert.deepEqual(parseBasis('刑法 280之1'), { law: '刑法', article: 280, suffix: 1 });
    assert.deepEqual(parseBasis('民法典 506.1.1'), { law: '民法典', article: 506, paragraph: 1, item: 1 });
    assert.equal(parseBasis('民法典'), undefined);
  });
});

describe('the built-in frameworks', () => {
  const files = readdirSync(join(root, 'server/frameworks')).filter(
    (name) => name.endsWith('.yaml') && name !== 'signals.yaml' && name !== 'judgement.yaml',
  );

  it('have no problems', () => {
    const shared = builtInFrameworks().framework('security-guarantee')!.signals.lists;
    for (const name of files) {
      const text = readFileSync(join(root, 'server/frameworks', name), 'utf8');
      assert.deepEqual(
        parseFramework(text, shared).problems.map((p) => shown(text, p)),
        [],
        name,
      );
    }
  });

  it('rest on laws of the library, on articles that exist', () => {
    const wrong: string[] = [];
    const check = (basis: Basis, where: string) => {
      const [statute] = builtIn().find(basis.law);
      if (statute?.short !== basis.law) {
        wrong.push(`${where}: ${basis.law} is not a short title`);
        return;
      }
      const { to, ...place } = basis;
      const exists = statute.versions.some((version) => {
        const state = builtIn().existence(version, place).state;
        const end = to === undefined ? state : builtIn().existence(version, { article: to }).state;
        return [state, end].every((one) => one === 'exists' || one === 'unknown');
      });
      if (!exists) wrong.push(`${where}: ${JSON.stringify(basis)}`);
    };
    const element = (e: ElementDefinition) => {
      for (const basis of e.bases) check(basis, e.id);
      e.parts.forEach(element);
    };
    const condition = (c: Condition) => {
      for (const basis of c.cites ?? []) check(basis, 'condition');
      for (const law of c.laws ?? [])
        if (builtIn().find(law)[0]?.short !== law) wrong.push(`condition: ${law}`);
    };
    for (const id of builtInFrameworks().ids()) {
      const framework = builtInFrameworks().framework(id)!;
      framework.elements.forEach(element);
      for (const one of conditionsOf(framework)) condition(one);
    }
    assert.deepEqual(wrong, []);
  });
});
