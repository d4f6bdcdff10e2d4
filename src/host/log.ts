import * as vscode from 'vscode';

let channel: vscode.LogOutputChannel | undefined;

/** The "Lossary" output channel; created when there is something to say. */
export function log(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel('Lossary', { log: true });
  return channel;
}

export function disposeLog(): void {
  channel?.dispose();
  channel = undefined;
}
