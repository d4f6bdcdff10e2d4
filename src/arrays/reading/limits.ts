/** More axes than this are refused as `too-deep`. */
export const maximumAxes = 32;

/** Elements that an expression such as `zeros(n)` may ask for; beyond it is refused as `too-large` before allocating. */
export const maximumComputedElements = 4_000_000;

/** Expressions nested deeper than this are not looked into. */
export const maximumNesting = 600;
