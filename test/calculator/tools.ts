import { arraysInSelection } from '../../src/arrays/arrays';
import type { Locale } from '../../src/base/text';
import { createCalculator, type Calculator } from '../../src/calculator/calculator';
import { historyOf } from '../../src/calculator/history';
import type { CalculatorModel } from '../../src/calculator/model';
import type { CalculatorState } from '../../src/calculator/state';
import { bindArrays } from '../../src/evaluation/binding';
import { createEvaluator } from '../../src/evaluation/evaluator';

/** The calculator on the real rooms, as the engine builds it. */
export function calculatorIn(locale: Locale): Calculator {
  const evaluator = createEvaluator(locale);
  return createCalculator({
    locale,
    evaluate: evaluator.evaluate,
    conventionsOf: evaluator.conventionsOf,
    readArrays: (texts, languageId) => arraysInSelection(texts, languageId, locale),
    bind: (record, arrays) => bindArrays(record, arrays, locale),
  });
}

/** What the panel would show for a state. */
export function seen(calculator: Calculator, state: CalculatorState): CalculatorModel {
  return calculator.present(historyOf(state), calculator.evaluate(state));
}
