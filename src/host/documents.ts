import * as vscode from 'vscode';
import type { DetectionOptions } from '../detection/detector';

/** Where hovers and findings are offered: everywhere but in output panes and the like; any scheme, so virtual files too. */
export const anyDocument: vscode.DocumentSelector = [{ scheme: '*' }];

const texts = new WeakMap<vscode.TextDocument, { readonly version: number; readonly text: string }>();

/** The document's text; fetched once per version, since a long document is copied on every `getText`. */
export function textOf(document: vscode.TextDocument): string {
  const known = texts.get(document);
  if (known?.version === document.version) return known.text;
  const text = document.getText();
  texts.set(document, { version: document.version, text });
  return text;
}

/** What surrounds a document and helps to understand it: a notebook's earlier cells count as the same program. */
export function surroundings(document: vscode.TextDocument): DetectionOptions {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  if (notebook === undefined) return {};
  const cells = notebook.getCells();
  const index = cells.findIndex((cell) => cell.document === document);
  return {
    before: cells
      .slice(0, index)
      .filter(isSameLanguage(document))
      .map((cell) => textOf(cell.document)),
  };
}

export function rangeOf(document: vscode.TextDocument, range: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

function isSameLanguage(document: vscode.TextDocument): (cell: vscode.NotebookCell) => boolean {
  return (cell) => cell.document.languageId === document.languageId;
}
