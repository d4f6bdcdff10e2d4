import * as vscode from 'vscode';
import type { Opening } from '../../calculator/actions';
import { advance, historyOf, redo, undo, type History } from '../../calculator/history';
import type { CalculatorModel } from '../../calculator/model';
import type { CalculatorState } from '../../calculator/state';
import type { Engine } from '../../engine';
import type { Outcome } from '../../evaluation/outcome';

/** The formula of a calculator that nobody has opened from anywhere yet. */
const firstFormula = 'huber';

/**
 * The one calculator of a window: its state with undo, kept by the host so that every panel, re-created or second, shows
 * the same.
 */
export class CalculatorSession implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<CalculatorModel>();
  readonly onDidChange = this.changed.event;
  private history: History<CalculatorState> | undefined;
  private evaluated: { readonly state: CalculatorState; readonly outcome: Outcome } | undefined;

  constructor(private readonly engine: () => Engine) {}

  get state(): CalculatorState {
    return this.current.present;
  }

  /** The outcome of the present state; computed once per state. */
  get outcome(): Outcome {
    const { state } = this;
    if (this.evaluated?.state !== state) {
      this.evaluated = { state, outcome: this.engine().calculator.evaluate(state) };
    }
    return this.evaluated.outcome;
  }

  get model(): CalculatorModel {
    return this.engine().calculator.present(this.current, this.outcome);
  }

  open(opening: Opening): void {
    this.apply((state) => this.engine().calculator.open(state, opening));
  }

  /** Makes what `next` gives the present state and shows it. */
  apply(next: (state: CalculatorState) => CalculatorState): void {
    this.show(advance(this.current, next(this.state)));
  }

  undo(): void {
    this.show(undo(this.current));
  }

  redo(): void {
    this.show(redo(this.current));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private get current(): History<CalculatorState> {
    this.history ??= historyOf(this.engine().calculator.first(firstFormula));
    return this.history;
  }

  private show(history: History<CalculatorState>): void {
    this.history = history;
    this.changed.fire(this.model);
  }
}
