import { assert } from 'chai';
import * as vscode from 'vscode';
import { fixture, hoverOver, hoversOver, lossary, untitled } from './documents';

describe('The hover', () => {
  before(lossary);

  it("names a PyTorch loss and draws its formula with the call's parameter", async () => {
    const text = await hoverOver(await fixture('train.py'), 'HuberLoss');
    assert.match(text, /Huber loss/);
    assert.match(text, /data:image\/svg\+xml/);
    assert.match(text, /1\.5/);
  });

  it('reads Keras and scikit-learn calls', async () => {
    const document = await fixture('train.py');
    assert.match(await hoverOver(document, 'losses.Huber'), /Huber loss/);
    assert.match(await hoverOver(document, 'mean_squared_error(y_true'), /[Mm]ean squared error/);
  });

  it('reads names in English and Chinese prose', async () => {
    assert.match(await hoverOver(await fixture('notes.md'), 'cross entropy'), /[Cc]ross.entropy/);
    assert.match(await hoverOver(await fixture('信息论.md'), 'KL 散度'), /Kullback|KL/);
  });

  it('recognises a formula by what it means', async () => {
    assert.match(await hoverOver(await fixture('notes.md'), 'sum_i'), /Kullback|KL/);
  });

  it('works in untitled documents', async () => {
    const document = await untitled('python', 'from torch import nn\nloss = nn.HuberLoss(delta=3.0)\n');
    assert.match(await hoverOver(document, 'HuberLoss'), /Huber loss/);
  });

  it("resolves a notebook cell's names by the imports of the cells before", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const notebook = await vscode.workspace.openNotebookDocument(
      vscode.Uri.joinPath(folder.uri, 'notebook.ipynb'),
    );
    await vscode.window.showNotebookDocument(notebook);
    assert.match(await hoverOver(notebook.cellAt(1).document, 'HuberLoss'), /Huber loss/);
    assert.match(await hoverOver(notebook.cellAt(2).document, 'cross entropy'), /[Cc]ross.entropy/);
  });

  it('trusts its own links and no others', async () => {
    const hovers = await hoversOver(await fixture('train.py'), 'HuberLoss');
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    const trusted = contents.map((content) => content.isTrusted).filter((trust) => trust !== undefined);
    assert.deepStrictEqual(trusted, [
      { enabledCommands: ['lossary.evaluateMention', 'lossary.openMention'] },
    ]);
  });

  it('is silent where there is nothing to say', async () => {
    const document = await untitled(
      'python',
      'def huber_loss_of_trust(x):\n    return x\n\nprint("hello")\n',
    );
    assert.strictEqual(await hoverOver(document, 'hello'), '');
  });

  it('can be switched off', async () => {
    const configuration = vscode.workspace.getConfiguration('lossary');
    await configuration.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      assert.strictEqual(await hoverOver(await fixture('train.py'), 'HuberLoss'), '');
    } finally {
      await configuration.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
