import * as vscode from 'vscode';
import type { Engine } from '../engine';
import { rangeOf, textOf } from './documents';

/** A quiet ✓ behind every number of a note that was recomputed and found right. */
export function registerInlayHints(engine: () => Engine): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('lossary.inlayHints')) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(
      { scheme: '*' },
      {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: (document, range) => hintsIn(document, range, engine),
      },
    ),
  );
}

function hintsIn(
  document: vscode.TextDocument,
  range: vscode.Range,
  engine: () => Engine,
): vscode.InlayHint[] | undefined {
  const configuration = vscode.workspace.getConfiguration('lossary', document);
  if (!configuration.get('inlayHints.verifiedNumbers', true)) return undefined;
  return engine()
    .verifiedNumbers(textOf(document), document.languageId)
    .map((number) => ({ number, place: rangeOf(document, number) }))
    .filter(({ place }) => range.intersection(place) !== undefined)
    .map(({ number, place }) => {
      const hint = new vscode.InlayHint(place.end, number.text);
      hint.paddingLeft = true;
      return hint;
    });
}
