/** Sets of records, each known by its smallest member. */
export class Sets {
  readonly parents: Int32Array

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, at) => at)
  }

  find(record: number): number {
    let root = record
    while (this.parents[root] !== root) root = this.parents[root]!
    while (this.parents[record] !== root) {
      const next = this.parents[record]!
      this.parents[record] = root
      record = next
    }
    return root
  }

  join(one: number, other: number): void {
    const [left, right] = [this.find(one), this.find(other)]
    if (left < right) this.parents[right] = left
    else this.parents[left] = right
  }
}
