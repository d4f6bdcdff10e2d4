import type { Text } from '../../base/text';

// What KaTeX says about wrong TeX, in the order in which the patterns are tried. $1 and $2 are the parts it names.
const sentences: readonly (readonly [RegExp, Text])[] = [
  [/^too long$/, { en: 'The formula is too long to be drawn.', 'zh-cn': '公式太长，无法绘制。' }],
  [
    /^nested too deeply$/,
    { en: 'The formula is nested too deeply to be drawn.', 'zh-cn': '公式嵌套过深，无法绘制。' },
  ],
  [/^Undefined control sequence: (.+)$/, { en: 'The command $1 is not known.', 'zh-cn': '未知命令 $1。' }],
  [
    /^Expected '(.+)', got '(.+)'$/,
    { en: "Expected '$1' but found '$2'.", 'zh-cn': '此处应为“$1”，却是“$2”。' },
  ],
  [/^Double superscript$/, { en: 'Two superscripts in a row.', 'zh-cn': '连续出现两个上标。' }],
  [/^Double subscript$/, { en: 'Two subscripts in a row.', 'zh-cn': '连续出现两个下标。' }],
  [/^No such environment: (.+)$/, { en: 'There is no environment "$1".', 'zh-cn': '没有名为“$1”的环境。' }],
  [
    /^Mismatch: \\begin\{(.+)\} matched by \\end\{(.+)\}$/,
    {
      en: '\\begin{$1} is closed by \\end{$2}.',
      'zh-cn': '\\begin{$1} 与 \\end{$2} 不匹配。',
    },
  ],
  [
    /^Expected group (?:after|as) '?(.+?)'?$/,
    { en: 'Something is missing after $1.', 'zh-cn': '$1 之后缺少内容。' },
  ],
  [/^Too many expansions/, { en: 'The macros expand without end.', 'zh-cn': '宏展开没有终止。' }],
];

/** KaTeX's complaint about a source as a sentence in every language. */
export function faultText(message: string): Text {
  const plain = message.replaceAll('EOF', 'end of formula');
  for (const [pattern, text] of sentences) {
    const match = pattern.exec(message);
    if (match)
      return { en: fill(text.en, match, 'the end'), 'zh-cn': fill(text['zh-cn'], match, '公式结尾') };
  }
  return { en: `The formula cannot be drawn: ${plain}.`, 'zh-cn': `公式无法绘制：${plain}。` };
}

function fill(sentence: string, match: RegExpExecArray, end: string): string {
  return sentence.replace(/\$(\d)/g, (_whole, index: string) => {
    const part = match[Number(index)] ?? '';
    return part === 'EOF' ? end : part;
  });
}
