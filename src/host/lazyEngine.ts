import * as vscode from 'vscode';
import { localeOf } from '../base/text';
import type { createEngine, Engine } from '../engine';

declare const require: (id: '../engine') => { readonly createEngine: typeof createEngine };

let engine: Engine | undefined;

/**
 * The engine, built on first need. The bundler turns this `require` into a function that evaluates the engine's modules
 * (KaTeX, grammars, data) when it is called, so that activation costs nothing.
 */
export function theEngine(): Engine {
  engine ??= require('../engine').createEngine({ locale: localeOf(vscode.env.language) });
  return engine;
}
