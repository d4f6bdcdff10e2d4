import type * as vscode from 'vscode';
import type { Engine } from '../engine';
import { registerCalculator } from './calculator/register';
import { registerCommands } from './commands';
import { registerFindings } from './findings';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { theEngine } from './lazyEngine';
import { disposeLog } from './log';
import { publicApi } from './publicApi';
import { WorkspaceModules } from './workspaceModules';

/** Registers every feature; nothing is computed before the first of them is used. */
export function activate(context: vscode.ExtensionContext): Engine {
  const modules = new WorkspaceModules();
  const calculator = registerCalculator(context, theEngine);
  context.subscriptions.push(
    calculator,
    modules,
    registerHover(theEngine, modules),
    registerFindings(theEngine),
    registerInlayHints(theEngine),
    registerCommands(calculator, theEngine),
    {
      dispose: disposeLog,
    },
  );
  return publicApi(theEngine);
}

export function deactivate(): void {
  // Everything is disposed through the context's subscriptions.
}
