import * as vscode from 'vscode';
import type { InsertionKind, InsertionTarget } from '../../calculator/insertion';
import type { Engine } from '../../engine';
import { lastTextEditor } from '../lastTextEditor';
import type { CalculatorSession } from './session';

/** Puts the result at the cursor (over the selection's end) in one undoable edit; false where there is nowhere to put it. */
export async function insertResult(
  session: CalculatorSession,
  engine: Engine,
  kind: InsertionKind,
): Promise<boolean> {
  const editor = lastTextEditor();
  if (editor === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a document and put the cursor where the result should go.'),
    );
    return false;
  }
  const text = engine.calculator.insertion(session.state, session.outcome, kind, targetOf(editor.document));
  if (text === '') {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no result to insert yet.'));
    return false;
  }
  return editor.edit((edit) => edit.insert(editor.selection.end, text), {
    undoStopBefore: true,
    undoStopAfter: true,
  });
}

export async function copyResult(
  session: CalculatorSession,
  engine: Engine,
  kind: InsertionKind,
): Promise<void> {
  const editor = lastTextEditor();
  const target = editor === undefined ? 'markdown' : targetOf(editor.document);
  await vscode.env.clipboard.writeText(
    engine.calculator.insertion(session.state, session.outcome, kind, target),
  );
}

function targetOf(document: vscode.TextDocument): InsertionTarget {
  if (['latex', 'tex', 'context'].includes(document.languageId)) return 'latex';
  return ['markdown', 'quarto', 'rmd', 'mdx', 'plaintext'].includes(document.languageId)
    ? 'markdown'
    : 'code';
}
