/** A share as it is kept in a model: what was never seen, or always, may still be otherwise, and its weight is a number. */
export const boundedShare = (share: number): number => Math.min(0.999_999, Math.max(1e-7, share))
