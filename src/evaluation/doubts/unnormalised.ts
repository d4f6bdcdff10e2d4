import type { Tensor } from '../../numeric/tensor';
import {
  everyValue,
  indexWhere,
  normalisedRows,
  normalisedTable,
  rowLength,
  sumOf,
} from '../conventions/tensors';
import { formatNumber } from '../digits';
import type { Doubt } from '../outcome';
import { remedy, withInputs, type Subject } from './doubt';

/** Sums nearer to 1 than this are those of rounded numbers. */
const tolerance = 2e-3;

/** Formulas whose definition wants a whole distribution in every array of role `distribution` or `joint`. */
const exempt: ReadonlySet<string> = new Set([
  'self-information',
  'binary-entropy',
  'generalized-kl',
  'wasserstein-1d',
  'huffman',
  'shannon-bound',
  'perplexity',
]);

/** A distribution that does not sum to 1, where the definition divides by nothing. */
export function unnormalised(subject: Subject): Doubt | undefined {
  if (subject.record.family !== 'information' || exempt.has(subject.record.id)) return undefined;
  if (subject.symbol?.normalizes === true) return undefined;
  for (const { name, role } of subject.record.slots) {
    const tensor = subject.arrays[name];
    if (tensor === undefined || (role !== 'distribution' && role !== 'joint')) continue;
    if (!everyValue(tensor, (x) => x >= 0 && x < Infinity)) continue;
    const sum = strayingSum(tensor, role === 'joint');
    if (sum !== undefined) return doubtOf(subject, name, tensor, sum, role === 'joint');
  }
  return undefined;
}

/** The total, or the first row's sum that is not 1; undefined for a table whose total or whose rows are distributions. */
function strayingSum(tensor: Tensor, isTable: boolean): number | undefined {
  const total = sumOf(tensor.values);
  if (isNearOne(total)) return undefined;
  if (isTable || tensor.shape.length < 2) return total;
  const width = rowLength(tensor);
  for (let start = 0; start < tensor.values.length; start += width) {
    const sum = sumOf(tensor.values.subarray(start, start + width));
    if (!isNearOne(sum)) return sum;
  }
  return undefined;
}

function doubtOf(subject: Subject, name: string, tensor: Tensor, sum: number, isTable: boolean): Doubt {
  const shown = formatNumber(sum);
  const isNegative = subject.answer !== undefined && subject.answer.value < 0;
  const consequence = isNegative
    ? { en: 'which is how the value could become negative', 'zh-cn': '结果为负正由此而来' }
    : { en: 'and nothing is rescaled here', 'zh-cn': '此处不会自动归一化' };
  return {
    code: codeFor(subject, tensor),
    severity: 'warning',
    slot: name,
    message: {
      en: `${name} sums to ${shown}, not 1, ${consequence.en}.`,
      'zh-cn': `${name} 的总和为 ${shown}，不为 1，${consequence['zh-cn']}。`,
    }[subject.locale],
    ...remedy(
      subject,
      { en: 'Rescaled to sum to 1', 'zh-cn': '归一化后' },
      withInputs(subject, rescaled(subject, isTable)),
    ),
  };
}

function rescaled(subject: Subject, isTable: boolean): { readonly [slot: string]: Tensor } {
  return Object.fromEntries(
    subject.record.slots.flatMap(({ name, role }) => {
      const tensor = subject.arrays[name];
      if (tensor === undefined || (role !== 'distribution' && role !== 'joint')) return [];
      return [[name, isTable ? normalisedTable(tensor) : normalisedRows(tensor)]];
    }),
  );
}

function codeFor(subject: Subject, tensor: Tensor): string {
  if (subject.record.id !== 'entropy') return 'kl-unnormalised';
  const isData =
    tensor.values.length > 2 && indexWhere(tensor.values, (x) => x > 1 && !Number.isInteger(x)) >= 0;
  return isData ? 'scipy-entropy-raw-samples' : 'scipy-entropy-normalises';
}

function isNearOne(sum: number): boolean {
  return Math.abs(sum - 1) <= tolerance;
}
