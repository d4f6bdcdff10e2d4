import type { Text } from '../../base/text';

/** Every fault of a formula, in words. `{name}` is the formula's name, `{text}` what the fault is about. */
export const faultSentences = {
  'wrong-sign': {
    en: 'The sign is wrong: as written this is minus the {name}.',
    'zh-cn': '符号错误：按此写法得到的是负的{name}。',
  },
  'wrong-term-sign': {
    en: 'A sign is wrong here; with the other sign this is the {name}.',
    'zh-cn': '此处符号错误；改变符号后才是{name}。',
  },
  'conditional-entropy-double-sign': {
    en: 'One sign too many: a leading minus and log(1/p) cancel, so this is −{text}, which is never positive.',
    'zh-cn': '多了一个负号：前面的负号与 log(1/p) 相互抵消，得到的是 −{text}，永远不为正。',
  },
  'missing-half': {
    en: 'A factor ½ is missing here: with it this is the {name}.',
    'zh-cn': '此处缺少系数 ½：补上后才是{name}。',
  },
  'swapped-branches': {
    en: 'The branches are swapped: the square belongs to small errors, the straight line to large ones.',
    'zh-cn': '两个分支写反了：误差小时取平方，误差大时取线性。',
  },
  'branches-do-not-meet': {
    en: 'The linear branch does not meet the quadratic one at the threshold; the {name} is continuous there.',
    'zh-cn': '线性分支与二次分支在阈值处不相接；{name}在该处是连续的。',
  },
  'smooth-l1-missing-beta': {
    en: 'The quadratic branch lacks its 1/β, so the curve jumps at |x| = β unless β = 1.',
    'zh-cn': '二次分支缺少 1/β，除非 β = 1，曲线在 |x| = β 处会出现跳变。',
  },
  'missing-weight': {
    en: 'The probability {text} in front of the logarithm is missing: the {name} is a mean under it.',
    'zh-cn': '对数前缺少概率 {text}：{name}是以它为权重的平均。',
  },
  'unbound-index': {
    en: 'No sum binds the index {text}.',
    'zh-cn': '下标 {text} 没有被任何求和号约束。',
  },
  'unused-index': {
    en: 'The sum runs over {text}, but what is summed does not depend on it.',
    'zh-cn': '求和下标是 {text}，但被求和的式子与它无关。',
  },
  unbalanced: {
    en: 'The bracket “{text}” has no partner.',
    'zh-cn': '括号“{text}”没有配对。',
  },
  'latex-log-not-operator': {
    en: 'Letters without a backslash are set as a product of variables: write \\{text}.',
    'zh-cn': '没有反斜杠的字母会被排成变量的乘积：应写作 \\{text}。',
  },
  'swapped-arguments': {
    en: 'The left side names its arguments in the other order: as written this is {text}.',
    'zh-cn': '左边参数的顺序与右边相反：右边实际是 {text}。',
  },
  'quantile-sign': {
    en: 'The residual has the wrong sign: the pinball loss uses truth minus prediction, so this fits the quantile 1 − q.',
    'zh-cn': '残差符号写反了：分位数损失使用“真实值 − 预测值”，这样写拟合的是 1 − q 分位数。',
  },
  'perplexity-base-and-input': {
    en: 'The base of the power and that of the logarithm differ: use 2 with log₂, or e with ln.',
    'zh-cn': '幂的底与对数的底不一致：2 应配 log₂，e 应配 ln。',
  },
  'log-base-mixed': {
    en: 'The logarithms are to different bases; one formula needs one unit.',
    'zh-cn': '公式中的对数底数不一致；同一公式应使用同一单位。',
  },
} as const satisfies { readonly [code: string]: Text };

/** Titles of fixes. */
export const fixTitles = {
  insertMinus: { en: 'Insert the minus', 'zh-cn': '补上负号' },
  removeMinus: { en: 'Remove the minus', 'zh-cn': '去掉负号' },
  insertHalf: { en: 'Insert ½', 'zh-cn': '补上 ½' },
  close: { en: 'Close the bracket', 'zh-cn': '补上右括号' },
  remove: { en: 'Remove the bracket', 'zh-cn': '删除该括号' },
  backslash: { en: 'Write the operator', 'zh-cn': '改为算符' },
  insertWeight: { en: 'Insert the probability', 'zh-cn': '补上概率' },
  renameIndex: { en: 'Use the index of the sum', 'zh-cn': '改用求和下标' },
  exchange: { en: 'Exchange the branches', 'zh-cn': '交换两个分支' },
  replaceBranch: { en: 'Make the branches meet', 'zh-cn': '使两个分支相接' },
} as const satisfies { readonly [title: string]: Text };

export type FaultCode = keyof typeof faultSentences;
