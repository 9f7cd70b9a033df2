import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const program = join(root, 'server', 'bin', 'legal-memo.js');
const fixtures = join(root, 'test', 'fixtures');

/** Runs the command line as a user does, in a folder of its own. */
function run(args: readonly string[], cwd: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--locale', 'zh-CN'], {
    cwd,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const wrong = '依照《电子商务法》第九十九条，平台应当承担责任。\n';
const right = '依照《电子商务法》第三十八条，平台应当承担责任。\n';

describe('command line', () => {
  let folder: string;
  before(() => {
    assert.ok(existsSync(join(root, 'server', 'dist', 'cli.js')), 'run "npm run build" first');
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'legal-memo-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);

  it('check: exit 1 with an error, 0 without, by --fail-on', () => {
    write('wrong.md', wrong);
    write('right.md', right);
    const bad = run(['check', 'wrong.md'], folder);
    assert.equal(bad.code, 1);
    assert.match(bad.out, /wrong\.md\n.*1:\d+\s+错误.*89.*C02/s);
    assert.equal(run(['check', 'right.md'], folder).code, 0);
    assert.equal(run(['check', 'right.md', '--fail-on', 'warning'], folder).code, 1);
  });

  it('check: folders and globs; only memos below a folder, project files never', () => {
    mkdirSync(join(folder, 'sub'));
    write('sub/a.md', wrong);
    write('sub/shopping.md', '牛奶、面包\n');
    write('README.md', wrong);
    const found = run(['check', '.', '--format', 'json'], folder);
    const files = (JSON.parse(found.out) as { files: { path: string }[] }).files.map((f) => f.path);
    assert.deepEqual(files, [join('sub', 'a.md')]);
    assert.equal(run(['check', 'sub/*.md'], folder).code, 1);
  });

  it('check: every format is what it says', () => {
    write('a.md', wrong);
    const json = JSON.parse(run(['check', 'a.md', '--format', 'json'], folder).out);
    assert.equal(json.schemaVersion, 1);
    const error = json.files[0].findings.find((f: { rule: string }) => f.rule === 'C02');
    assert.equal(wrong.slice(error.start, error.end).includes('第九十九条'), true);
    const sarif = JSON.parse(run(['check', 'a.md', '--format', 'sarif'], folder).out);
    assert.equal(sarif.version, '2.1.0');
    assert.ok(sarif.runs[0].results.some((r: { ruleId: string }) => r.ruleId === 'C02'));
    assert.match(
      run(['check', 'a.md', '--format', 'github'], folder).out,
      /^::error file=a\.md,line=1,col=\d+/m,
    );
    assert.match(
      run(['check', 'a.md', '--format', 'junit'], folder).out,
      /<testsuite name="a\.md"[\s\S]*<failure/,
    );
  });

  it('check --fix: applies safe fixes only and keeps BOM and CRLF', () => {
    write(
      'a.md',
      '\ufeff依照《民法典》1198条第二款，经营者应当承担责任。\r\n依照《电子商务法》第九十九条。\r\n',
    );
    run(['check', 'a.md', '--fix'], folder);
    const text = readFileSync(join(folder, 'a.md'), 'utf8');
    assert.ok(text.startsWith('\ufeff'));
    assert.ok(text.includes('《民法典》第1198条') && text.includes('\r\n'), text);
    assert.ok(text.includes('第九十九条'), 'an article number is never changed');
  });

  it('bad input: each with a message and the right exit code', () => {
    write('empty.md', '');
    write('memo.md', wrong);
    write('big.md', `${right}\n`.repeat(130_000));
    const cases: [string[], number, RegExp][] = [
      [['check', 'nowhere.md'], 3, /没有这个文件/],
      [['frobnicate'], 2, /未知命令/],
      [['check'], 2, /请给出/],
      [['check', 'memo.md', '--nonsense'], 2, /未知选项/],
      [['check', 'memo.md', '--format', 'xml'], 2, /xml/],
      [['check', 'memo.md', '--as-of', '2026-02-30'], 2, /日期无效/],
      [['check', 'memo.md', '--config', 'none.yaml'], 2, /none\.yaml/],
      [['check', join(fixtures, 'binary.md')], 3, /不是文本文件/],
      [['check', join(fixtures, 'gbk.md')], 3, /UTF-8/],
      [['check', 'empty.md'], 0, /^$/],
      [['check', join(fixtures, 'malformed-front-matter.md')], 1, /^$/],
      [['statute', 'show', '没有这部法'], 2, /没有/],
      [['statute', 'show', '电子商务法', '90'], 2, /89/],
      [['statute', 'show', '电子商务法', 'abc'], 2, /无法识别/],
      [['statute', 'show', '电子商务法', '38(3)'], 2, /只有 2 款/],
      [['statute', 'show'], 2, /写明法律名称/],
      [['statute'], 2, /statute show/],
      [['statute', 'import'], 2, /导入/],
      [['statute', 'import', 'nowhere.docx'], 3, /无法读取/],
      [['help', 'frobnicate'], 2, /未知命令/],
      [['help', 'check'], 0, /^$/],
      [['serve'], 2, /--stdio/],
    ];
    for (const [args, code, message] of cases) {
      const result = run(args, folder);
      assert.equal(result.code, code, `${args.join(' ')}: ${result.err}`);
      assert.match(result.err, message, args.join(' '));
    }
    const big = run(['check', 'big.md', '--format', 'json'], folder);
    assert.ok(big.code === 0 || big.code === 1, big.err);
  }).timeout(120_000);

  it('a file that cannot be read does not keep the others from being checked', () => {
    write('a.md', wrong);
    const result = run(['check', 'nowhere.md', 'a.md'], folder);
    assert.equal(result.code, 3);
    assert.match(result.out, /C02/);
  });

  it('statute show: by alias, initials, paragraph, range', () => {
    assert.match(run(['statute', 'show', '消法55'], folder).out, /第五十五条　经营者提供/);
    assert.match(run(['statute', 'show', 'dzswf', '38'], folder).out, /第三十八条　电子商务平台/);
    const paragraph = run(['statute', 'show', '电子商务法', '第三十八条第二款'], folder).out;
    assert.match(paragraph, /第三十八条第二款　对关系/);
    assert.ok(!paragraph.includes('连带责任'));
    assert.match(
      run(['statute', 'show', 'ECL', '27-29'], folder).out,
      /第二十七条[\s\S]*第二十八条[\s\S]*第二十九条/,
    );
  });

  it('a pipe that is closed early is no error', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" statute export | head -c 100`],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(stderr, '');
  });

  it('configuration: further folders of law', () => {
    mkdirSync(join(folder, 'law'));
    mkdirSync(join(folder, '.legal-memo'));
    write(
      'law/rules.md',
      '---\ntitle: 甲市网约护理条例\nshort: 甲市网约护理条例\nlevel: 地方性法规\neffective: 2024-05-01\ncoverage: complete\narticles: 1\n---\n\n#### 第一条\n\n本条例自2024年5月1日起施行。\n',
    );
    write('a.md', '依照《甲市网约护理条例》第九条，平台应当承担责任。\n');
    assert.equal(run(['check', 'a.md'], folder).code, 0);
    write('.legal-memo/config.yaml', 'statuteFolders: [law]\n');
    const found = run(['check', 'a.md'], folder);
    assert.match(found.out, /没有第九条/, found.err);
    assert.equal(found.code, 1);
  });

  it('configuration: the nearest .legal-memo/config.yaml, wrong values refused', () => {
    mkdirSync(join(folder, '.legal-memo'));
    write('a.md', wrong);
    writeFileSync(join(folder, '.legal-memo', 'config.yaml'), 'rules:\n  C02: off\n');
    assert.equal(run(['check', 'a.md'], folder).code, 0);
    writeFileSync(join(folder, '.legal-memo', 'config.yaml'), 'profile: baroque\n');
    const refused = run(['check', 'a.md'], folder);
    assert.equal(refused.code, 2);
    for (const [text, message] of [
      ['rules: {C99: off}', /C99 不是规则/],
      ['bogus: 1', /没有配置项 bogus/],
      ['[1]', /应当是/],
    ] as const) {
      writeFileSync(join(folder, '.legal-memo', 'config.yaml'), text);
      const wrongly = run(['check', 'a.md'], folder);
      assert.equal(wrongly.code, 2, text);
      assert.match(wrongly.err, message);
    }
    writeFileSync(join(folder, '.legal-memo', 'config.yaml'), 'profile: baroque\n');
    assert.match(refused.err, /profile/);
  });

  it("the user's own law is known", () => {
    mkdirSync(join(folder, '.legal-memo', 'statutes'), { recursive: true });
    writeFileSync(
      join(folder, '.legal-memo', 'statutes', '甲市办法@2026-01-01.md'),
      '---\ntitle: 甲市平台办法\nshort: 甲市办法\neffective: 2026-01-01\ncoverage: complete\n---\n\n#### 第一条\n\n平台应当核验。\n',
    );
    write('a.md', '依照《甲市办法》第二条，平台应当核验。\n');
    const result = run(['check', 'a.md'], folder);
    assert.equal(result.code, 1);
    assert.match(result.out, /C02/);
  });

  it('analyze: the public schema', () => {
    write('a.md', '依照《电子商务法》第二十七条至第二十九条、第三十八条第二款。\n');
    const { docs, schemaVersion } = JSON.parse(run(['analyze', 'a.md', '--as-of', '2026-01-02'], folder).out);
    assert.equal(schemaVersion, 1);
    const [range, point] = docs['a.md'].citations;
    assert.deepEqual(
      [range.law, range.article, range.to.article, range.status],
      ['电子商务法', 27, 29, 'verified'],
    );
    assert.deepEqual([point.article, point.paragraph, point.version], [38, 2, '2019-01-01']);
    assert.equal(docs['a.md'].asOf, '2026-01-02');
    assert.ok(docs['a.md'].elements.causation.facets);
  });

  it('statute: list, show as of a date, export', () => {
    assert.match(run(['statute', 'list'], folder).out, /电子商务法\s+2019-01-01/);
    const old = run(['statute', 'show', '网络安全法', '21', '--as-of', '2025-01-01'], folder);
    assert.match(old.out, /第二十一条　国家实行网络安全等级保护制度/);
    const now = run(['statute', 'show', '网络安全法', '23', '--as-of', '2026-06-01'], folder);
    assert.match(now.out, /第二十三条　国家实行网络安全等级保护制度/);
    const lines = run(['statute', 'export', '--format', 'jsonl'], folder).out.trim().split('\n');
    const first = JSON.parse(lines[0] as string);
    assert.deepEqual(Object.keys(first), ['law', 'title', 'version', 'article', 'suffix', 'text']);
  });

  it('version and help', () => {
    assert.match(run(['--version'], folder).out, /^\d+\.\d+\.\d+\n$/);
    assert.equal(run(['--help'], folder).code, 0);
    assert.equal(run(['help', 'check'], folder).code, 0);
    assert.equal(run([], folder).code, 2);
  });
});
