import * as vscode from 'vscode';

/**
 * The text editor that was used last. While a panel in the editor area has the focus there is no active text editor;
 * then the visible one that had it before is meant.
 */
export function lastTextEditor(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined) return active;
  const { visibleTextEditors } = vscode.window;
  return visibleTextEditors.find((editor) => editor.document === lastDocument) ?? visibleTextEditors[0];
}

let lastDocument: vscode.TextDocument | undefined;

/** Remembers which document was edited last. */
export function trackLastTextEditor(): vscode.Disposable {
  lastDocument = vscode.window.activeTextEditor?.document;
  return vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor !== undefined) lastDocument = editor.document;
  });
}
