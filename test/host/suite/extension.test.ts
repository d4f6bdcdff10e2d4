import { assert } from 'chai';
import * as vscode from 'vscode';
import { lossary, untitled } from './documents';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('The extension', () => {
  it('offers every command of its manifest', async () => {
    const manifest = (await lossary()).packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands());
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((name) => !registered.has(name));
    assert.deepStrictEqual(missing, []);
  });

  it('gives other extensions its engine', async () => {
    const engine = (await lossary()).exports;
    const inputs = { prediction: [0, 3], target: [0, 0] };
    const outcome = engine.evaluate({ formula: 'huber', inputs, params: { delta: 1 } });
    assert.ok(outcome.ok);
    assert.strictEqual(outcome.ok && outcome.value, 1.25);
  });

  it('puts the result at the cursor in one edit that one undo takes back', async () => {
    await lossary();
    const before = 'The entropy of p in bits:\n\np = [0.5, 0.5]\n\n';
    const document = await untitled('markdown', before);
    const editor = await vscode.window.showTextDocument(document);
    const lineOf = (line: number): vscode.Range => document.lineAt(line).range;
    editor.selection = new vscode.Selection(new vscode.Position(2, 4), lineOf(2).end);
    await vscode.commands.executeCommand('lossary.evaluateSelection');
    editor.selection = new vscode.Selection(lineOf(3).end, lineOf(3).end);
    await vscode.commands.executeCommand('lossary.insertResult');
    assert.notStrictEqual(document.getText(), before);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });

  it('changes no document when there is nothing to evaluate', async () => {
    await lossary();
    const document = await untitled('markdown', 'no numbers here\n');
    await vscode.window.showTextDocument(document);
    void vscode.commands.executeCommand('lossary.evaluateSelection');
    assert.strictEqual(document.getText(), 'no numbers here\n');
  });
});
