import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  frameworkOf,
  frameworks,
  importAliases,
  parameterName,
  readsStrings,
  stringsNamed,
  symbolNamed,
  symbolsFor,
} from '../../../src/catalog/frameworks/frameworks';
import { libraries } from '../../../src/catalog/frameworks/libraries';
import { symbolReductions, symbolRoles, type FrameworkSymbol } from '../../../src/catalog/frameworks/symbol';
import { conventionIds, isFormulaId } from '../../../src/catalog/ids';

const symbols = frameworks().flatMap((framework) => framework.symbols);

function each(check: (symbol: FrameworkSymbol) => boolean): readonly string[] {
  return symbols.filter((symbol) => !check(symbol)).map(({ framework, symbol }) => `${framework}: ${symbol}`);
}

describe('the symbols of the libraries', () => {
  it('are all there', () => {
    assert.equal(symbols.length, 1073);
    assert.equal(frameworks().length, 39);
    assert.equal(frameworkOf('torch')?.symbols.length, 50);
    assert.equal(frameworkOf('keras')?.symbols.length, 141);
    assert.equal(frameworkOf('sklearn')?.symbols.length, 91);
  });

  it('belong to a known convention each, and no convention is without symbols but the textbook', () => {
    assert.deepEqual(
      new Set(['textbook', ...frameworks().map((framework) => framework.id)]),
      new Set<string>(conventionIds),
    );
  });

  it('are unique within their library', () => {
    for (const framework of frameworks()) {
      const names = framework.symbols.map((symbol) => symbol.symbol);
      assert.equal(new Set(names).size, names.length, framework.id);
    }
  });

  it('name formulas of the catalogue, or say what they are', () => {
    assert.deepEqual(
      each(({ formula, unlistedName, detectOnly }) =>
        formula === 'unlisted' ? unlistedName !== undefined && detectOnly : isFormulaId(formula),
      ),
      [],
    );
  });

  it('use the closed vocabularies', () => {
    const roles: ReadonlySet<string> = new Set(symbolRoles);
    const reductions: ReadonlySet<string> = new Set(symbolReductions);
    assert.deepEqual(
      each((symbol) => symbol.args.every((argument) => roles.has(argument.role))),
      [],
    );
    assert.deepEqual(
      each((symbol) => reductions.has(symbol.reduction)),
      [],
    );
    assert.deepEqual(
      each((symbol) => [null, 'e', 2, 'param'].includes(symbol.logBase)),
      [],
    );
  });

  it('are whole: words, source, kinds and named options', () => {
    assert.deepEqual(
      each(({ inputForm, source, language }) =>
        [inputForm, source, language].every((text) => text.length > 0),
      ),
      [],
    );
    assert.deepEqual(
      each(({ pitfalls }) => pitfalls.every((text) => typeof text === 'string')),
      [],
    );
    assert.deepEqual(
      each(({ params }) => new Set(params.map((parameter) => parameter.name)).size === params.length),
      [],
    );
    assert.deepEqual(
      each(
        ({ kind, string, contexts }) => (kind === 'string') === (string !== undefined && contexts.length > 0),
      ),
      [],
    );
    assert.deepEqual(
      each(({ exports, source }) => ![...exports, source].some((path) => /[@%]/.test(path))),
      [],
    );
  });

  it('are found by every path of theirs', () => {
    for (const symbol of symbols) {
      for (const path of [symbol.symbol, ...symbol.exports]) {
        const found = symbolNamed(path, symbol.framework);
        assert.equal(found?.formula, symbol.formula, `${symbol.framework}: ${path}`);
      }
    }
  });

  it('begin with one of the roots of their library', () => {
    const roots = new Map(libraries.map((library) => [library.id, library.roots]));
    const paths = ({ kind, symbol, exports }: FrameworkSymbol) =>
      kind === 'string' ? [] : [symbol, ...exports];
    assert.deepEqual(
      each((symbol) =>
        paths(symbol).every((path) => roots.get(symbol.framework)!.some((root) => path.startsWith(root))),
      ),
      [],
    );
  });

  it('resolve strings to symbols that exist', () => {
    assert.deepEqual(
      each(
        ({ resolvesTo, framework }) =>
          resolvesTo === undefined || symbolNamed(resolvesTo, framework) !== undefined,
      ),
      [],
    );
  });

  it('keep the facts of PyTorch’s KLDivLoss', () => {
    const symbol = symbolNamed('torch.nn.KLDivLoss')!;
    assert.equal(symbol.formula, 'kl-divergence');
    assert.deepEqual(
      symbol.args.map(({ name, role }) => [name, role]),
      [
        ['input', 'log-q'],
        ['target', 'p'],
      ],
    );
    assert.equal(symbol.meanOver, 'elements');
    assert.equal(symbol.logBase, 'e');
    assert.deepEqual(symbol.params[1], {
      name: 'log_target',
      default: false,
      catalogParam: 'log_target',
      required: false,
      note: 'true: the target is given as log-probabilities as well',
    });
    assert.match(symbol.source, /torch\.nn\.KLDivLoss\.html$/);
  });

  it('keep what a symbol implies and its guards', () => {
    assert.deepEqual(symbolNamed('torch.nn.BCEWithLogitsLoss')?.fixed, { from_logits: true });
    assert.equal(symbolNamed('keras.losses.MeanAbsolutePercentageError')?.scale, 100);
    assert.equal(symbolNamed('keras.losses.KLDivergence')?.epsilon, 1e-7);
    assert.equal(symbolNamed('scipy.spatial.distance.jensenshannon')?.post, 'sqrt');
    assert.equal(symbolNamed('scipy.stats.entropy')?.normalizes, true);
    assert.equal(symbolNamed('scipy.stats.entropy')?.withSecondArg, 'kl-divergence');
  });
});

describe('looking symbols up', () => {
  it('takes the first library where two own a path, and the named one on request', () => {
    assert.equal(symbolNamed('tf.keras.losses.Huber')?.framework, 'keras');
    assert.equal(symbolNamed('tf.keras.losses.Huber', 'keras2')?.framework, 'keras2');
  });

  it('finds nothing under names that every object has', () => {
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      '',
      'torch.',
      'torch.nn.constructor',
      '"__proto__"',
    ]) {
      assert.equal(symbolNamed(name), undefined, name);
    }
  });

  it('finds configuration strings only where a library reads them', () => {
    const named = (literal: string, place: Parameters<typeof stringsNamed>[1]) =>
      stringsNamed(literal, place).map(({ framework, formula }) => `${framework} ${formula}`);
    assert.deepEqual(named('mse', { callee: 'model.compile', keyword: 'loss' }), ['keras mse', 'keras2 mse']);
    assert.deepEqual(named('mse', { callee: 'recompile', keyword: 'loss' }), []);
    assert.deepEqual(named('mse', { callee: 'model.compile', keyword: 'optimizer' }), []);
    assert.deepEqual(
      named('squared_error', { callee: 'sklearn.linear_model.SGDRegressor', keyword: 'loss' }),
      ['sklearn mse'],
    );
    assert.deepEqual(named('Huber:delta=2', { dictKey: 'loss_function' }), ['catboost huber']);
    assert.deepEqual(named('reg:squarederror', { dictKey: 'objective' }), ['xgboost mse']);
    assert.deepEqual(named('tweedie-nloglik@1.3', { dictKey: 'eval_metric' }), ['xgboost tweedie']);
    assert.deepEqual(named('l2', { dictKey: 'metric' }), ['lightgbm mse']);
    assert.deepEqual(named('meanSquaredError', { callee: 'compile', objectKey: 'loss' }), [
      'tensorflow-js mse',
    ]);
  });

  it('tells the places at which strings are read', () => {
    assert.ok(readsStrings({ callee: 'compile', keyword: 'loss' }));
    assert.ok(readsStrings({ dictKey: 'objective' }));
    assert.ok(!readsStrings({ callee: 'print', position: 0 }));
  });

  it('lists the symbol to take first in front', () => {
    const first = (formula: string, convention: string) => symbolsFor(formula, convention)[0]?.symbol;
    assert.equal(first('cross-entropy', 'torch'), 'torch.nn.CrossEntropyLoss');
    assert.equal(first('kl-divergence', 'keras'), 'keras.losses.KLDivergence');
    assert.equal(first('hinge', 'sklearn'), 'sklearn.metrics.hinge_loss');
    assert.equal(first('entropy', 'scipy'), 'scipy.stats.entropy');
    assert.equal(first('mse', 'textbook'), undefined);
  });

  it('knows how imports are shortened', () => {
    assert.deepEqual(importAliases()['torch.nn.functional'], ['F']);
  });

  it('knows the formula’s names of options', () => {
    assert.equal(parameterName('label_smoothing'), 'labelSmoothing');
    assert.equal(parameterName('quantile'), 'q');
    assert.equal(parameterName('delta'), 'delta');
  });
});
