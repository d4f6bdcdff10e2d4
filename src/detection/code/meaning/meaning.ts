import { walk, type Expression } from '../../../latex/expression';
import { createRecogniser, type Recogniser } from '../../../latex/recognise';
import type { Recognition } from '../../../latex/recognition';
import type { ParameterValue } from '../../../catalog/formula';
import type { FormulaId } from '../../../catalog/ids';
import { formulaByName } from '../program/naming';
import type { OwnMeaning } from '../program/own';
import type { Resolver } from '../program/resolver';
import type { Branch, FunctionDefinition, Scope } from '../program/scope';
import type { Term } from '../program/term';
import { isBelievable } from './doubts';
import { translate } from './translate';
import { isWrittenOut } from './writtenOut';

/** Recognising takes milliseconds: so many new expressions are looked at in one document, and so many are remembered. */
const mostPerDocument = 40;
const mostRemembered = 2_000;

const least = 0.6;

/** Tells what expressions of code compute. */
export class ExpressionMeanings {
  private readonly recogniser: Recogniser = createRecogniser('en');
  private readonly known = new Map<string, Recognition>();
  private left = mostPerDocument;

  /** Begins a new document. */
  begin(): void {
    this.left = mostPerDocument;
  }

  /** What a term computes; undefined where that is nothing of the catalogue, or nothing much. */
  of(term: Term, home: Resolver, scope: Scope, branch: Branch | undefined): OwnMeaning | undefined {
    return isWrittenOut(term) ? this.meaningOf(term, home, scope, branch, []) : undefined;
  }

  private meaningOf(
    term: Term,
    home: Resolver,
    scope: Scope,
    branch: Branch | undefined,
    names: readonly FormulaId[],
  ): OwnMeaning | undefined {
    const expression = translate(term, home, scope, branch);
    if (!expression || !isFormula(expression)) return undefined;
    const recognition = this.recognise(expression, names);
    const { formula, confidence } = recognition;
    if (formula === null || confidence < least || !isBelievable(recognition, expression)) return undefined;
    return { formula, params: paramsOf(recognition), confidence };
  }

  /** What the last result of a function is, its own names put in. */
  ofBody(definition: FunctionDefinition, home: Resolver, name: string): OwnMeaning | undefined {
    const result = definition.returns.at(-1);
    if (!result) return undefined;
    const named = formulaByName(name, home.surroundings.library);
    return this.meaningOf(result, home, definition.scope, undefined, named === undefined ? [] : [named]);
  }

  private recognise(expression: Expression, names: readonly FormulaId[]): Recognition {
    const key = JSON.stringify([expression, names]);
    const known = this.known.get(key);
    if (known) return known;
    if (this.left <= 0) return { formula: null, confidence: 0, bindings: {}, faults: [] };
    this.left--;
    const recognition = this.recogniser.recogniseExpression(expression, '', { names });
    if (this.known.size >= mostRemembered) this.known.delete(this.known.keys().next().value!);
    this.known.set(key, recognition);
    return recognition;
  }
}

/** A formula reduces or branches, and does more than to add up: logarithms, powers, absolute values. */
function isFormula(expression: Expression): boolean {
  let reduces = false;
  let computes = false;
  for (const part of walk(expression)) {
    if (part.kind === 'reduce' || part.kind === 'cases' || part.kind === 'inner') reduces = true;
    if (part.kind === 'log' || part.kind === 'power' || part.kind === 'call' || part.kind === 'vector')
      computes = true;
    if (part.kind === 'divide') computes = true;
  }
  return reduces && computes;
}

function paramsOf({ params, base, reduction }: Recognition): { readonly [name: string]: ParameterValue } {
  // A parameter that is a variable of the program has no value here.
  const valued = Object.entries(params ?? {}).filter(([, value]) => typeof value === 'number');
  return {
    ...Object.fromEntries(valued),
    ...(base !== undefined && base !== Math.E && { base }),
    ...(reduction !== undefined && reduction !== 'mean' && { reduction }),
  };
}
