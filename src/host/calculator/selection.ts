import * as vscode from 'vscode';
import type { Engine } from '../../engine';
import { surroundings, textOf } from '../documents';
import { lastTextEditor } from '../lastTextEditor';
import type { CalculatorSession } from './session';

/** Opens the arrays that are selected in the editor, with the formula that stands at or above the selection. */
export function openSelection(session: CalculatorSession, engine: Engine): void {
  const editor = lastTextEditor();
  const selections = editor?.selections.filter((selection) => !selection.isEmpty) ?? [];
  if (editor === undefined || selections.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select one or two lists of numbers first, for example [0.8, 0.2].'),
    );
    return;
  }
  const { document } = editor;
  const inOrder = [...selections].sort((a, b) => a.start.compareTo(b.start));
  session.open(
    engine.openings.ofSelection({
      text: textOf(document),
      languageId: document.languageId,
      offset: document.offsetAt(inOrder[0].start),
      selected: inOrder.map((selection) => ({
        start: document.offsetAt(selection.start),
        text: document.getText(selection),
      })),
      origin: vscode.l10n.t('selection in {0}', nameOf(document)),
      options: surroundings(document),
    }),
  );
}

function nameOf(document: vscode.TextDocument): string {
  return document.uri.path.split('/').at(-1) ?? document.uri.path;
}
