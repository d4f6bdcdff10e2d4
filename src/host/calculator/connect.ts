import * as vscode from 'vscode';
import { isConventionId, isFormulaId } from '../../catalog/ids';
import type { Engine } from '../../engine';
import { Channel, type Handlers } from '../../protocol/channel';
import type { HostRequests, PanelRequests } from '../../protocol/messages';
import { log } from '../log';
import { copyResult, insertResult } from './insert';
import { panelHtml } from './panelHtml';
import type { CalculatorSession } from './session';
import { openSelection } from './selection';

/** Fills a webview with the calculator and keeps it in step with the session until the webview is gone. */
export function connect(
  webview: vscode.Webview,
  onDidDispose: vscode.Event<void>,
  session: CalculatorSession,
  engine: () => Engine,
  extensionUri: vscode.Uri,
): void {
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
  const channel = new Channel<HostRequests, PanelRequests>(
    (envelope) => void webview.postMessage(envelope),
    handlersOf(session, engine),
    (reason) => log().error('calculator', reason),
  );
  const disposables = [
    webview.onDidReceiveMessage((message) => channel.receive(message)),
    session.onDidChange((model) => void channel.ask('show', model).catch(() => undefined)),
  ];
  onDidDispose(() => {
    channel.close();
    disposables.forEach((disposable) => disposable.dispose());
  });
  webview.html = panelHtml(webview, extensionUri);
}

function handlersOf(session: CalculatorSession, engine: () => Engine): Handlers<PanelRequests> {
  const { calculator } = engine();
  return {
    ready: () => ({ model: session.model, catalogue: calculator.catalogue }),
    chooseFormula: ({ formula }) => {
      if (isFormulaId(formula)) session.apply((state) => calculator.withFormula(state, formula));
      return null;
    },
    chooseConvention: ({ convention }) => {
      if (isConventionId(convention)) session.apply((state) => calculator.withConvention(state, convention));
      return null;
    },
    setParameter: ({ name, value }) =>
      done(session.apply((state) => calculator.withParameter(state, name, value))),
    editInput: ({ slot, text }) =>
      done(session.apply((state) => calculator.withInputText(state, slot, text))),
    bindArray: ({ slot, array }) =>
      done(session.apply((state) => calculator.withBinding(state, slot, array))),
    chooseSlot: ({ from, to }) => done(session.apply((state) => calculator.withSlotChosen(state, from, to))),
    takeRemedy: ({ doubt }) =>
      done(session.apply((state) => calculator.withRemedy(state, session.outcome, doubt))),
    swap: () => done(session.apply((state) => calculator.swapped(state))),
    takeSelection: () => done(openSelection(session, engine())),
    undo: () => done(session.undo()),
    redo: () => done(session.redo()),
    insert: async ({ kind }) => ({ inserted: await insertResult(session, engine(), kind) }),
    copy: async ({ kind }) => done(await copyResult(session, engine(), kind)),
  };
}

function done(_: unknown): null {
  return null;
}
