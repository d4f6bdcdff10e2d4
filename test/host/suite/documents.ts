import * as vscode from 'vscode';
import type { Engine } from '../../../src/engine';

export async function untitled(language: string, content: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language, content });
}

/** A file of the workspace that the tests are run on. */
export async function fixture(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/**
 * All that the editor would show for a pointer resting in the middle of the text's first occurrence, without Markdown's
 * backslashes and with pictures cut down to their kind.
 */
export async function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  return (await hoversOver(document, text))
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replace(/\\(?=[-!-/:-@[-`{-~])/g, '')
    .replace(/(data:[\w/+-]+)[^)]*/g, '$1');
}

export async function hoversOver(document: vscode.TextDocument, text: string): Promise<vscode.Hover[]> {
  const start = document.getText().indexOf(text);
  if (start < 0) {
    throw new Error(`"${text}" is not in the document.`);
  }
  return vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(start + Math.floor(text.length / 2)),
  );
}

/** The extension under test, activated. */
export async function lossary(): Promise<vscode.Extension<Engine>> {
  const extension = vscode.extensions.getExtension<Engine>('lossary.lossary');
  if (extension === undefined) {
    throw new Error('Lossary is not installed in this editor.');
  }
  await extension.activate();
  return extension;
}
