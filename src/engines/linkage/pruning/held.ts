/**
 * A code and about how many hold it, in one number that is equal where the code is: what an equal value weighs is then known
 * without a look at who holds it. Up to 15 holders are told exactly, beyond only the power of two that they reach, which is
 * never more than they are. A missing value stays below 0.
 */
export const withHolders = (code: number, holders: number): number =>
  code < 0 ? code : code | (classOf(holders) << codeBits)

/** There are no more codes than this many bits tell apart. */
const codeBits = 26

export const codeOf = (held: number): number => held & ((1 << codeBits) - 1)

/** The class of a code in a row: about how many hold it. */
export const holderClass = (held: number): number => held >>> codeBits

const exact = 15

const classOf = (holders: number): number =>
  holders <= exact ? holders : Math.min(exact + 31 - Math.clz32(holders) - 3, 31)

/** For each class the fewest that may hold a value of it. */
export const fewestOfClass: readonly number[] = Array.from({ length: 32 }, (_, at) =>
  at <= exact ? at : 2 ** (at - exact + 3),
)
