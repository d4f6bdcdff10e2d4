/** Marks that only mathematics has: commands, sub- and superscripts, escaped braces and bars. */
const strong = /\\[a-zA-Z]+|[\^_]\s*[\w{\\(*'+-]|\\[{}|,;!]/;

/** Words of a sentence: at least two in a row, each of two letters or more. */
const sentence = /(?:^|[\s,.;:，。；：(])[A-Za-z]{2,}[,.;:]?\s+[A-Za-z]{2,}(?=$|[\s,.;:，。；：!?)])/;

/** Money that stands before more of a sentence: `5 and`, `2,000; US`. */
const amount = /^\d[\d,.]*[kKmMbB]?[,;:]?\s[^=+*/<>]*[A-Za-z]{2,}[^=+*/<>]*$/;

const manyWords = /(?:[A-Za-z]{2,}[,.;:]?\s+){4,}[A-Za-z]{2,}/;

const textCommand =
  /\\(?:text\w*|mathrm|mathbf|mathit|mathsf|mathtt|operatorname\*?|mbox|hbox|textbf|label|tag|ref)\s*\{[^{}]*\}/g;

const han = /[\u3400-\u9fff]/;
const hanPunctuation = /[，。；：、！？]/;

/** How much a text between delimiters looks like mathematics. */
export function judgeMath(content: string): 'math' | 'unclear' | 'prose' {
  const trimmed = content.trim();
  if (trimmed === '') {
    return 'prose';
  }
  const bare = trimmed.replace(textCommand, ' ');
  if (strong.test(trimmed)) {
    return manyWords.test(bare.replace(/\\[a-zA-Z]+/g, '\\')) ? 'prose' : 'math';
  }
  if (han.test(bare)) {
    return hanPunctuation.test(bare) || !/[=<>+]/.test(bare) ? 'prose' : 'unclear';
  }
  if (sentence.test(bare) || amount.test(bare)) {
    return 'prose';
  }
  return judgeShort(bare);
}

/** A text without any mark of mathematics: letters, numbers and operators alone. */
function judgeShort(text: string): 'math' | 'unclear' | 'prose' {
  if (/[,;:，。；：&]$/.test(text) || /^[,;:.，。；：)]/.test(text)) {
    return 'prose';
  }
  // One word, a number or an amount: `n`, `KL`, `0.5` are as likely as a price or a shell variable.
  if (/^[A-Za-z]{1,2}$/.test(text) || /^[+-]?\d+(?:\.\d+)?%?$/.test(text)) {
    return 'unclear';
  }
  if (/[=<>≤≥≈≠∈∑∏∫√αβγδεθλμσπ∞·×±→]/.test(text) && !/[a-z]{5,}/.test(text)) {
    return 'math';
  }
  if (/^[A-Za-z]'?(?:\([^()]*\))?$/.test(text) || /[A-Za-z\d)]\s*[+\-*/|]\s*[A-Za-z\d(-]/.test(text)) {
    return /[A-Za-z]{4,}/.test(text) ? 'unclear' : 'math';
  }
  return /\s/.test(text) && /[A-Za-z]{3,}/.test(text) ? 'prose' : 'unclear';
}

/**
 * Whether `$content$` is mathematics. Tight content is, by Pandoc's rule, unless it reads like a sentence or an amount;
 * content with blanks at its ends, as many Chinese notes have it, must look like mathematics.
 */
export function isDollarMath(content: string, after: string): boolean {
  const verdict = judgeMath(content);
  if (verdict === 'prose') {
    return false;
  }
  const tight = !/^\s/.test(content) && !/\s$/.test(content);
  if (tight) {
    const joined = verdict === 'math' || isSymbol(content) ? /\d/ : /[A-Za-z\d]/;
    return !joined.test(after) || strong.test(content);
  }
  const evenlySpaced = /^\s/.test(content) && /\s$/.test(content);
  const bare = content.trim();
  if (verdict === 'math') {
    return evenlySpaced || strong.test(content) || !/[A-Za-z]{3}/.test(bare);
  }
  return evenlySpaced ? isShort(bare) : isSymbol(bare);
}

/** A letter or two, or a number. */
function isSymbol(content: string): boolean {
  return /^(?:[A-Za-z]{1,2}\d?|[+-]?\d+(?:\.\d+)?)$/.test(content);
}

/** A name of a variable or a function, numbers, a tuple. */
function isShort(content: string): boolean {
  return /^(?:[A-Za-z]{1,5}\d{0,2}|[\d\s.,+*/()[\]-]+)$/.test(content);
}
