import type { Text } from '../../base/text';
import type { Formula } from '../../catalog/formula';
import type { Tensor } from '../../numeric/tensor';
import { mapped, sigmoid, softmaxRows } from './tensors';

export interface Arrays {
  readonly [slot: string]: Tensor;
}

/** Arrays in the form that a symbol takes, and what had to be done to them. */
export interface Bridged {
  readonly arrays: Arrays;
  readonly clause?: Text;
}

/** The slots of scores before and after the activation, and the functions between them. */
interface Activation {
  readonly logits: string;
  readonly probabilities: string;
  readonly name: string;
  readonly activate: (logits: Tensor) => Tensor;
  readonly inverse: (probabilities: Tensor) => Tensor;
  readonly inverseName: string;
}

const activations: readonly Activation[] = [
  {
    logits: 'logits',
    probabilities: 'probabilities',
    name: 'softmax',
    activate: softmaxRows,
    inverse: (probabilities) => mapped(probabilities, Math.log),
    inverseName: 'ln p',
  },
  {
    logits: 'logit',
    probabilities: 'probability',
    name: 'sigmoid',
    activate: (logits) => mapped(logits, sigmoid),
    inverse: (probabilities) => mapped(probabilities, (p) => Math.log(p) - Math.log1p(-p)),
    inverseName: 'ln(p/(1−p))',
  },
];

/**
 * Puts the arrays into the slots that a symbol reads. A symbol that takes logits gets the logarithm of probabilities,
 * one that takes probabilities gets activated logits. `asLogits` is what the call itself claims (`from_logits=True`):
 * then the same numbers are read as the other kind, which is what the library would do. Slots that the record does not
 * have are left alone: a focal loss of probabilities is that of their logits.
 */
export function bridge(
  record: Formula,
  arrays: Arrays,
  takesLogits: boolean | undefined,
  asLogits: boolean | undefined,
): Bridged {
  for (const each of activations) {
    const { logits, probabilities } = each;
    const given = arrays[logits] ? logits : arrays[probabilities] ? probabilities : undefined;
    const has = (name: string) => record.slots.some((slot) => slot.name === name);
    if (given === undefined || !has(logits) || !has(probabilities)) continue;
    if (asLogits !== undefined) return { arrays: renamed(arrays, given, asLogits ? logits : probabilities) };
    if (takesLogits === true && given === probabilities) return inverted(arrays, each);
    if (takesLogits === false && given === logits) return activated(arrays, each);
  }
  return { arrays };
}

function inverted(arrays: Arrays, { probabilities, logits, inverse, inverseName }: Activation): Bridged {
  const { [probabilities]: given, ...others } = arrays;
  return {
    arrays: { ...others, [logits]: inverse(given!) },
    clause: {
      en: `takes logits, so ${inverseName} is put in`,
      'zh-cn': `接受 logits，因此代入 ${inverseName}`,
    },
  };
}

function activated(arrays: Arrays, { probabilities, logits, activate, name }: Activation): Bridged {
  const { [logits]: given, ...others } = arrays;
  return {
    arrays: { ...others, [probabilities]: activate(given!) },
    clause: {
      en: `takes probabilities, so a ${name} is applied first`,
      'zh-cn': `接受概率，因此先施加 ${name}`,
    },
  };
}

function renamed(arrays: Arrays, from: string, to: string): Arrays {
  if (from === to) return arrays;
  const { [from]: given, ...others } = arrays;
  return { ...others, [to]: given! };
}
