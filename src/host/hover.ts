import * as vscode from 'vscode';
import type { Engine } from '../engine';
import { commandUri, commands } from './commandNames';
import { rangeOf, surroundings, textOf, anyDocument } from './documents';
import { log } from './log';
import { themeKind } from './theme';

/** The card over a symbol, a name or a formula. */
export function registerHover(engine: () => Engine): vscode.Disposable {
  return vscode.languages.registerHoverProvider(anyDocument, {
    provideHover: (document, position, token) => hoverAt(engine(), document, position, token),
  });
}

function hoverAt(
  engine: Engine,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): vscode.Hover | undefined {
  const configuration = vscode.workspace.getConfiguration('lossary', document);
  if (!configuration.get('hover.enabled', true)) return undefined;
  if (token.isCancellationRequested) return undefined;
  const offset = document.offsetAt(position);
  const argument = { uri: document.uri.toString(), offset };
  try {
    const look = {
      theme: themeKind(),
      plot: configuration.get('hover.plot', true),
      links: {
        evaluate: commandUri(commands.evaluateMention, argument),
        open: commandUri(commands.openMention, argument),
      },
    };
    const card = engine.hover(textOf(document), document.languageId, offset, look, surroundings(document));
    return card && new vscode.Hover(markdownOf(card.markdown), rangeOf(document, card));
  } catch (error) {
    log().error('hover', error);
    return undefined;
  }
}

/** Trusted for exactly the two commands that the card links to; no other link in it can run anything. */
function markdownOf(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text);
  markdown.isTrusted = { enabledCommands: [commands.evaluateMention, commands.openMention] };
  return markdown;
}
