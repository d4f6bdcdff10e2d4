import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { run } from '../../src/cli/run';

const wrong = '# 熵\n\n$-(0.8\\log_2 0.8+0.2\\log_2 0.2)=0.7129$\n';
const right = 'The value is $-(0.8\\log_2 0.8+0.2\\log_2 0.2)=0.7219$.\n';

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: {
        readonly startLine: number;
        readonly startColumn: number;
        readonly endColumn: number;
      };
    };
  }[];
  readonly fixes: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly { readonly insertedContent: { readonly text: string } }[];
    }[];
  }[];
}

interface SarifLog {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly columnKind: string;
    readonly results: readonly SarifResult[];
  }[];
}

describe('lossary check', () => {
  let directory = '';
  const lossary = (...args: string[]) => run(args, { directory, language: 'en_GB.UTF-8', version: '9.9.9' });

  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'lossary-'));
    await mkdir(path.join(directory, 'notes'));
    await mkdir(path.join(directory, 'node_modules'));
    await writeFile(path.join(directory, 'notes', 'a [1] 熵.md'), wrong);
    await writeFile(path.join(directory, 'right.qmd'), right);
    await writeFile(path.join(directory, 'node_modules', 'c.md'), wrong);
    await writeFile(path.join(directory, 'picture.png'), wrong);
  });

  after(() => rm(directory, { recursive: true, force: true }));

  it('names file, line and column of what is wrong, and fails', async () => {
    const { output, error, code } = await lossary('check', '**/*.md');
    assert.match(output, /^notes\/a \[1\] 熵\.md:3:33: warning: .*0\.721928.* \[stated-number\]$/m);
    assert.match(output, /1 file checked, 1 finding\./);
    assert.equal(error, '');
    assert.equal(code, 1);
  });

  it('succeeds where nothing is wrong', async () => {
    assert.equal((await lossary('check', 'right.qmd')).code, 0);
    assert.equal((await lossary('check', '**/*.md', '--disable', 'stated-number')).code, 0);
  });

  it('takes a path with the signs of patterns in it as it is', async () => {
    assert.equal((await lossary('check', 'notes/a [1] 熵.md')).code, 1);
  });

  it('speaks Chinese when asked to', async () => {
    const { output } = await lossary('check', '**/*.md', '--locale', 'zh-cn');
    assert.match(output, /警告: .*应为 0\.721928/);
    assert.match(output, /检查了 1 个文件，发现 1 处。/);
  });

  it('prints JSON with offsets and places', async () => {
    const { output } = await lossary('check', '**/*.md', '**/*.qmd', '--format', 'json');
    const report = JSON.parse(output) as {
      files: string[];
      findings: { file: string; from: object; start: number }[];
    };
    assert.deepEqual([...report.files].sort(), ['notes/a [1] 熵.md', 'right.qmd']);
    assert.equal(report.findings.length, 1);
    assert.deepEqual(report.findings[0]?.from, { line: 3, column: 33 });
    assert.equal(wrong.slice(report.findings[0].start).startsWith('0.7129'), true);
  });

  it('prints SARIF 2.1.0 with rules, regions and fixes', async () => {
    const { output, code } = await lossary('check', '**/*.md', '--format', 'sarif');
    const log = JSON.parse(output) as SarifLog;
    assert.equal(code, 1);
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-2\.1\.0/);
    const [{ tool, results, columnKind }] = log.runs as [SarifLog['runs'][0]];
    assert.equal(columnKind, 'utf16CodeUnits');
    const [result] = results as [SarifResult];
    assert.equal(tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    assert.equal(result.level, 'warning');
    const { artifactLocation, region } = result.locations[0]!.physicalLocation;
    assert.equal(decodeURIComponent(artifactLocation.uri), 'notes/a [1] 熵.md');
    assert.deepEqual([region.startLine, region.startColumn, region.endColumn], [3, 33, 39]);
    assert.equal(result.fixes[0]?.artifactChanges[0]?.replacements[0]?.insertedContent.text, '0.7219');
  });

  it('tells wrong use from wrong notes', async () => {
    const misuses = [
      [],
      ['chek', 'a.md'],
      ['check'],
      ['check', 'nothing/*.md'],
      ['check', '**/*.md', '--format', 'xml'],
      ['check', '**/*.md', '--locale', 'tlh'],
      ['check', '--unknown'],
    ];
    for (const args of misuses) {
      const { output, error, code } = await lossary(...args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(output, '');
      assert.notEqual(error, '');
    }
  });

  it('explains itself', async () => {
    assert.match((await lossary('--help')).output, /Usage: lossary check/);
    assert.equal((await lossary('--version')).output, '9.9.9\n');
  });
});
