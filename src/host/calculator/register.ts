import * as vscode from 'vscode';
import type { Engine } from '../../engine';
import { trackLastTextEditor } from '../lastTextEditor';
import { connect } from './connect';
import { CalculatorSession } from './session';

const viewId = 'lossary.calculator';
const panelType = 'lossary.calculatorPanel';

/** The calculator as other features see it. */
export interface CalculatorFeature extends vscode.Disposable {
  readonly session: CalculatorSession;
  /** Shows the calculator where it is: the panel to the side when there is one, else the view. */
  reveal(): Promise<void>;
  revealToSide(): void;
}

/** The calculator's view, its panel to the side, and the one session that both show. */
export function registerCalculator(
  context: vscode.ExtensionContext,
  engine: () => Engine,
): CalculatorFeature {
  const session = new CalculatorSession(engine);
  const { extensionUri } = context;
  let panel: vscode.WebviewPanel | undefined;

  const adopt = (adopted: vscode.WebviewPanel): void => {
    panel = adopted;
    adopted.onDidDispose(() => (panel = undefined));
    connect(adopted.webview, adopted.onDidDispose, session, engine, extensionUri);
  };
  const registrations = vscode.Disposable.from(
    session,
    trackLastTextEditor(),
    vscode.window.registerWebviewViewProvider(viewId, {
      resolveWebviewView: (view) => connect(view.webview, view.onDidDispose, session, engine, extensionUri),
    }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (restored) => adopt(restored),
    }),
  );
  return {
    session,
    reveal: async () => {
      if (panel !== undefined) panel.reveal(undefined, true);
      else await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
    },
    revealToSide: () => {
      if (panel !== undefined) panel.reveal(undefined, true);
      else adopt(newPanel());
    },
    dispose: () => {
      registrations.dispose();
      panel?.dispose();
    },
  };
}

function newPanel(): vscode.WebviewPanel {
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Loss Calculator'), beside, {
    enableScripts: true,
    enableFindWidget: true,
  });
}
