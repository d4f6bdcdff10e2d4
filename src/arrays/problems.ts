import type { Locale, Text } from '../base/text';
import type { ArrayProblemCode } from './namedArray';

const sentences: { readonly [C in ArrayProblemCode]: Text } = {
  truncated: {
    en: 'Values were left out here (“…”); print or copy the array in full.',
    'zh-cn': '这里省略了部分数值（“…”），请打印或复制完整的数组。',
  },
  ragged: {
    en: 'The rows have different lengths; an array needs rows of the same length.',
    'zh-cn': '各行长度不一致，数组要求每一行的长度相同。',
  },
  empty: { en: 'The list is empty; at least one number is needed.', 'zh-cn': '列表是空的，至少需要一个数。' },
  'not-literal': {
    en: 'The list holds names or calls whose values are not written here; only numbers can be read.',
    'zh-cn': '列表中有变量或函数调用，这里看不到它们的值，只能读取数字。',
  },
  'not-numeric': {
    en: 'The list holds something that is not a number.',
    'zh-cn': '列表中有不是数字的内容。',
  },
  unbalanced: {
    en: 'A bracket is missing or does not match.',
    'zh-cn': '括号缺失或不匹配。',
  },
  'too-deep': {
    en: 'The list is nested deeper than 32 levels.',
    'zh-cn': '列表嵌套超过 32 层。',
  },
  'too-large': {
    en: 'The array is too large to be read here.',
    'zh-cn': '数组太大，无法在这里读取。',
  },
  refused: {
    en: 'The data could run code when it is read, so it was not opened.',
    'zh-cn': '读取这些数据可能会执行代码，因此没有打开。',
  },
  unsupported: {
    en: 'This kind of data cannot be read.',
    'zh-cn': '无法读取这种数据。',
  },
  corrupt: { en: 'The data is damaged or incomplete.', 'zh-cn': '数据已损坏或不完整。' },
};

/** The problem with its sentence in the reader's language. */
export function problemOf(
  code: ArrayProblemCode,
  locale: Locale,
): { readonly code: ArrayProblemCode; readonly message: string } {
  return { code, message: sentences[code][locale] };
}

/** What is said of a selection in which no array stands. */
export function nothingFound(locale: Locale): { readonly code: ArrayProblemCode; readonly message: string } {
  return { code: 'not-numeric', message: nothing[locale] };
}

const nothing: Text = {
  en: 'No array was found in the selection; select numbers such as [0.2, 0.8].',
  'zh-cn': '选中的内容里没有数组，请选中像 [0.2, 0.8] 这样的数字。',
};
