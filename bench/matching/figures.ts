export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Milliseconds that each question took, and of the processor for all of them together. */
export type Times = { each: number[]; processor: number }

export function timed<Q>(questions: readonly Q[], ask: (question: Q) => unknown): Times {
  const before = process.cpuUsage()
  const each = questions.map((question) => {
    const started = performance.now()
    ask(question)
    return performance.now() - started
  })
  const { user, system } = process.cpuUsage(before)
  return { each, processor: (user + system) / 1000 }
}

/** Percentiles by the clock on the wall; how many a core does in a second, by the processor's time. */
export function told(title: string, { each, processor }: Times): string {
  const sorted = each.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2)
  const rate = processor > 0 ? `${((each.length * 1000) / processor).toFixed(0).padStart(6)} a second and core` : ''
  return `${title.padEnd(34)} p50 ${at(0.5).padStart(8)} ms   p95 ${at(0.95).padStart(8)}   p99 ${at(0.99).padStart(8)}   ${rate}`
}
