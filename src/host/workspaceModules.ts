import * as vscode from 'vscode';
import type { DetectionOptions } from '../engine';
import { surroundings } from './documents';

/** Larger modules are not read. */
const largestModule = 1_000_000;

/** So many modules' texts are kept. */
const modulesKept = 400;

/** How often a module may lead to further ones before an answer is given with what is there. */
const rounds = 4;

/**
 * The texts of the workspace's Python modules by the names under which documents import them. A text that is not there
 * yet is fetched through `workspace.fs`, so this works in virtual workspaces and on the web too.
 */
export class WorkspaceModules implements vscode.Disposable {
  private readonly texts = new Map<string, string | undefined>();
  private readonly pending = new Map<string, Promise<void>>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.py');
  private readonly registrations: vscode.Disposable;

  constructor() {
    const forget = (): void => this.texts.clear();
    this.registrations = vscode.Disposable.from(
      this.watcher,
      this.watcher.onDidChange(forget),
      this.watcher.onDidCreate(forget),
      this.watcher.onDidDelete(forget),
    );
  }

  /**
   * Computes an answer on a document with the modules it imports. What asks for a module that is not there yet is
   * computed again when it is.
   */
  async around<T>(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    compute: (options: DetectionOptions) => T,
  ): Promise<T | undefined> {
    const options = this.optionsFor(document);
    for (let round = 0; round < rounds && !token.isCancellationRequested; round++) {
      const answer = compute(options);
      if (this.pending.size === 0) return answer;
      await Promise.all(this.pending.values());
    }
    return token.isCancellationRequested ? undefined : compute(options);
  }

  dispose(): void {
    this.registrations.dispose();
  }

  private optionsFor(document: vscode.TextDocument): DetectionOptions {
    const around = surroundings(document);
    const isInWorkspace = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    if (document.languageId !== 'python' || !isInWorkspace) return around;
    return { ...around, module: (name) => this.textOf(name, document.uri) };
  }

  private textOf(name: string, importer: vscode.Uri): string | undefined {
    const key = `${vscode.Uri.joinPath(importer, '..').toString()} ${name}`;
    if (!this.texts.has(key) && !this.pending.has(key)) {
      this.pending.set(key, this.fetch(key, name, importer));
    }
    return this.texts.get(key);
  }

  private async fetch(key: string, name: string, importer: vscode.Uri): Promise<void> {
    const text = await firstText(placesOf(name, importer));
    if (this.texts.size >= modulesKept) this.texts.clear();
    this.texts.set(key, text);
    this.pending.delete(key);
  }
}

/** Where a module may lie: beside the importer for a relative name, else beside it or in a folder above it. */
function placesOf(name: string, importer: vscode.Uri): readonly vscode.Uri[] {
  const dots = /^\.*/.exec(name)![0].length;
  const path = name
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  const folder = vscode.Uri.joinPath(importer, '..');
  const homes =
    dots > 0 ? [vscode.Uri.joinPath(folder, ...Array<string>(dots - 1).fill('..'))] : foldersAbove(folder);
  return homes.flatMap((home) => [
    ...(path.length > 0 ? [vscode.Uri.joinPath(home, ...path.slice(0, -1), `${path.at(-1)}.py`)] : []),
    vscode.Uri.joinPath(home, ...path, '__init__.py'),
  ]);
}

/** The folder and those above it, up to the workspace folder that holds it. */
function foldersAbove(folder: vscode.Uri): readonly vscode.Uri[] {
  const root = vscode.workspace.getWorkspaceFolder(folder)?.uri;
  const folders = [folder];
  while (root !== undefined && folders.at(-1)!.path.length > root.path.length) {
    folders.push(vscode.Uri.joinPath(folders.at(-1)!, '..'));
  }
  return folders;
}

async function firstText(places: readonly vscode.Uri[]): Promise<string | undefined> {
  for (const place of places) {
    const text = await textAt(place);
    if (text !== undefined) return text;
  }
  return undefined;
}

async function textAt(place: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(place);
    if (size > largestModule) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(place));
  } catch {
    // There is no such file: the next place is tried.
    return undefined;
  }
}
