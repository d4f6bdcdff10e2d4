import * as vscode from 'vscode';
import type { Engine } from '../engine';
import { commandUri, commands } from './commandNames';
import { anyDocument, rangeOf, textOf } from './documents';
import { log } from './log';
import { themeKind } from './theme';
import type { WorkspaceModules } from './workspaceModules';

/** The card over a symbol, a name or a formula. */
export function registerHover(engine: () => Engine, modules: WorkspaceModules): vscode.Disposable {
  return vscode.languages.registerHoverProvider(anyDocument, {
    provideHover: (document, position, token) => hoverAt(engine(), modules, document, position, token),
  });
}

async function hoverAt(
  engine: Engine,
  modules: WorkspaceModules,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const { version } = document;
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
    const card = await modules.around(document, token, (options) =>
      engine.hover(textOf(document), document.languageId, offset, look, options),
    );
    const isStale = token.isCancellationRequested || document.version !== version;
    if (card === undefined || isStale) return undefined;
    return new vscode.Hover(markdownOf(card.markdown), rangeOf(document, card));
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
