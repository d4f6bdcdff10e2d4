import assert from 'node:assert/strict';
import ts from 'typescript';
import { commands } from '../../src/host/commandNames';
import { filesBelow, jsonOf, textOf } from './tree';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Record<string, { readonly markdownDescription: string }> };
    readonly menus: Record<string, readonly { readonly command: string }[]>;
    readonly views: Record<string, readonly { readonly id: string }[]>;
  };
}

const manifest = jsonOf<Manifest>('package.json');
const english = jsonOf<Record<string, string>>('package.nls.json');
const chinese = jsonOf<Record<string, string>>('package.nls.zh-cn.json');

describe('the manifest', () => {
  it('declares exactly the commands that the host registers', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual([...declared].sort(), Object.values(commands).sort());
  });

  it('puts only declared commands into menus', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const item of Object.values(manifest.contributes.menus).flat())
      assert.ok(declared.has(item.command));
  });

  it('says everything in both languages, and nothing that is not asked for', () => {
    const asked = new Set([...textOf('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]));
    assert.deepEqual(Object.keys(english).sort(), [...asked].sort());
    assert.deepEqual(Object.keys(chinese).sort(), [...asked].sort());
    for (const text of [...Object.values(english), ...Object.values(chinese)])
      assert.notEqual(text.trim(), '');
  });

  it('has every setting on the README’s page', () => {
    const readme = textOf('README.md');
    for (const name of Object.keys(manifest.contributes.configuration.properties)) {
      assert.ok(readme.includes(`\`${name}\``), name);
    }
  });

  it('does not wake Lossary at every start', () => {
    assert.ok(!manifest.activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
  });
});

describe('the host’s sentences', () => {
  const sentences = filesBelow('src/host')
    .filter((file) => file.endsWith('.ts'))
    .flatMap(sentencesIn);

  it('are in the bundle of both languages, and no others', () => {
    for (const file of ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json']) {
      assert.deepEqual(
        Object.keys(jsonOf<Record<string, string>>(file)).sort(),
        [...new Set(sentences)].sort(),
        file,
      );
    }
  });

  it('keep their placeholders when translated', () => {
    for (const [source, translated] of Object.entries(
      jsonOf<Record<string, string>>('l10n/bundle.l10n.zh-cn.json'),
    )) {
      assert.deepEqual(translated.match(/\{\d\}/g), source.match(/\{\d\}/g), source);
    }
  });
});

function sentencesIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /l10n\.t$/.test(node.expression.getText())) {
      const [first] = node.arguments;
      assert.ok(first !== undefined && ts.isStringLiteralLike(first), `${file}: a sentence is a literal`);
      found.push(first.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
}
