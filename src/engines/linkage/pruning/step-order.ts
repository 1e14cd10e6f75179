/** After so many candidates the order is reconsidered. */
const reconsideredAfter = 2048

/**
 * Keeps an order of steps, those first that take the most for their cost. What they take differs from block to block, so
 * that the order follows the candidates at hand; what is left in the end is the same in any order.
 */
export class StepOrder {
  readonly order: Uint8Array
  readonly #costs: readonly number[]
  readonly #taken: Float64Array
  #measured = 0

  constructor(costs: readonly number[]) {
    this.order = Uint8Array.from(costs.keys())
    this.#costs = costs
    this.#taken = new Float64Array(costs.length)
  }

  /** One candidate, of which a step took so many bits. */
  take(step: number, bits: number): void {
    this.#taken[step]! += bits
  }

  measured(candidates: number): void {
    this.#measured += candidates
    if (this.#measured < reconsideredAfter) return
    const worth = (at: number) => this.#taken[at]! / this.#costs[at]!
    this.order.sort((one, other) => worth(other) - worth(one))
    // What was seen long ago counts ever less.
    for (let at = 0; at < this.#taken.length; at++) this.#taken[at]! /= 4
    this.#measured = 0
  }
}
