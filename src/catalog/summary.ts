import type { Family, Formula, ParameterValue } from './formula';
import type { FormulaId } from './ids';
import type { Locale } from '../base/text';

export type { Family };

/** A record as plain data, in one language: what other programs list. */
export interface FormulaSummary {
  readonly id: FormulaId;
  readonly family: Family;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly tex: string;
  readonly slots: readonly { readonly name: string; readonly label: string; readonly optional: boolean }[];
  readonly params: readonly {
    readonly name: string;
    readonly label: string;
    readonly default: ParameterValue;
  }[];
  /** False for formulas that are only recognised and shown. */
  readonly canEvaluate: boolean;
}

export function summaryOf(record: Formula, locale: Locale): FormulaSummary {
  return {
    id: record.id,
    family: record.family,
    name: record.names[locale][0],
    aliases: [...record.names.en, ...record.names['zh-cn']],
    summary: record.summary[locale],
    tex: `${record.tex.left} = ${record.tex.right}`,
    slots: record.slots.map(({ name, label, optional, with: companion }) => ({
      name,
      label: label[locale],
      optional: optional === true || companion !== undefined,
    })),
    params: record.params.map(({ name, label, default: value }) => ({
      name,
      label: label[locale],
      default: value,
    })),
    canEvaluate: record.compute !== undefined,
  };
}
