/** Patterns of names, shared by the regimes. A name comes with its labels: `y_{true}`, `\hat y`, `f(#)`. */

export const countNames = /^(?:[NnMmKkCTVBLdDJ]|\|.*\||N_\{.*\}|n_\{.*\})$/;

export const predictionNames =
  /^(?:\\hat |\\tilde )|^(?:[fhgFHoa]|\\mu|\\pi|f_\{.*\}|F)(?:_|\(|$)|pred|\^\{p\}|⊤|^y\(|model|^h_|^x(?:_|$)/;

export const targetNames = /^(?:[ytYTd])(?:_|\(|\^|'|$)|true|target|label|actual|gt|\^\{\*\}/;

export const residualNames = /^(?:[erauxzd]|\\Delta|\\xi|\\hat e|error)(?:_#|\(#\)|$)/;

/** A bar is a mean, and so is μ: what is compared with it is spread, not error. */
export const meanNames = /^\\bar |^\\overline|^\\mu(?:_|$)|^E\b|^m(?:_|$)|^\\mathbb E|mean|avg/;

export const parameterNames =
  /^(?:\\(?:alpha|beta|gamma|delta|epsilon|lambda|tau|eta|kappa|rho|theta|omega|nu|mu|sigma|phi|xi))(?:_|$)|^[qckabmpTst](?:_\{.*\})?$/;
