import * as vscode from 'vscode';
import type { Engine } from '../engine';
import type { CalculatorFeature } from './calculator/register';
import { insertResult } from './calculator/insert';
import { openSelection } from './calculator/selection';
import { commands } from './commandNames';
import { surroundings, textOf } from './documents';
import { log } from './log';

/** Where a hover's link was drawn. */
interface MentionPlace {
  readonly uri: string;
  readonly offset: number;
}

/** Every command of the manifest. */
export function registerCommands(calculator: CalculatorFeature, engine: () => Engine): vscode.Disposable {
  const { session } = calculator;
  const handlers: { readonly [command: string]: (argument: unknown) => unknown } = {
    [commands.openCalculator]: () => calculator.reveal(),
    [commands.openCalculatorToSide]: () => calculator.revealToSide(),
    [commands.evaluateSelection]: async () => {
      openSelection(session, engine());
      await calculator.reveal();
    },
    [commands.evaluateMention]: (place) => openMention(place, true, calculator, engine()),
    [commands.openMention]: (place) => openMention(place, false, calculator, engine()),
    [commands.insertResult]: () => insertResult(session, engine(), 'value'),
    [commands.showLog]: () => log().show(),
  };
  return vscode.Disposable.from(
    ...Object.entries(handlers).map(([command, handler]) =>
      vscode.commands.registerCommand(command, handler),
    ),
  );
}

/** Opens the calculator on what a hover showed; with the document's arrays when it is to be evaluated. */
async function openMention(
  argument: unknown,
  withArrays: boolean,
  calculator: CalculatorFeature,
  engine: Engine,
): Promise<void> {
  const place = isPlace(argument) ? argument : placeOfCursor();
  if (place === undefined) return calculator.reveal();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
  const opening = engine.openings.ofMention({
    text: textOf(document),
    languageId: document.languageId,
    offset: place.offset,
    origin: document.uri.path.split('/').at(-1) ?? '',
    withArrays,
    options: surroundings(document),
  });
  if (opening !== undefined) calculator.session.open(opening);
  await calculator.reveal();
}

function placeOfCursor(): MentionPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  return { uri: editor.document.uri.toString(), offset: editor.document.offsetAt(editor.selection.active) };
}

function isPlace(argument: unknown): argument is MentionPlace {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, offset } = argument as { uri?: unknown; offset?: unknown };
  return typeof uri === 'string' && typeof offset === 'number';
}
