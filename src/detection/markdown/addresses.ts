import type { MathCandidate } from '../notes/parts';

/** Services that draw the formula in their address. */
const drawn =
  /(?:latex\.codecogs\.com\/(?:\w+\.(?:latex|image|download)|\w+)\?|math\.vercel\.app\/?\?(?:[^#\s]*&)?from=|zhihu\.com\/equation\?tex=|render\.githubusercontent\.com\/render\/math\?(?:[^#\s]*&)?math=|chart\.(?:googleapis|apis\.google)\.com\/chart\?(?:[^#\s]*&)?chl=|(?:www\.)?forkosh\.com\/mathtex\.cgi\?|s0\.wp\.com\/latex\.php\?latex=|juejin\.cn\/equation\?tex=|math\.now\.sh\/?\?(?:[^#\s]*&)?from=|i\.upmath\.me\/(?:svg|png)\/)/;

/** The formula in an image's address, if it has one; `start` and `end` are those of the whole image. */
export function formulaInAddress(
  address: string,
  addressStart: number,
  place: { readonly start: number; readonly end: number },
): MathCandidate | undefined {
  const service = drawn.exec(address);
  if (service === null) {
    return undefined;
  }
  const from = service.index + service[0].length;
  const length = /^[^&#\s"']*/.exec(address.slice(from))![0].length;
  const whole = service[0].includes('codecogs') || service[0].includes('upmath');
  const encoded = whole ? address.slice(from).replace(/["'\s].*$/s, '') : address.slice(from, from + length);
  const tex = decode(encoded);
  if (tex.trim() === '') {
    return undefined;
  }
  return { ...place, tex, texStart: addressStart + from, display: false };
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replace(/\+(?=\S)/g, /%20|\s/.test(encoded) ? '+' : '%20')).replace(
      /&space;/g,
      ' ',
    );
  } catch {
    // A percent sign of the formula itself: the address was never encoded.
    return encoded;
  }
}
