/** CPU of all threads, wall time and the memory held at the end of a phase. */
export type Phase = { name: string; cpu: number; wall: number; residentMb: number }

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** What this process consumes, phase by phase. `total` holds what was spent before the first phase, too: loading the program. */
export class Consumption {
  readonly phases: Phase[] = []
  #name = ''
  #cpu = 0
  #began = 0

  /** Ends the phase under way and begins the next. */
  begin(name: string): void {
    this.end()
    this.#name = name
    this.#cpu = cpuSeconds()
    this.#began = performance.now()
  }

  end(): void {
    if (this.#name)
      this.phases.push({
        name: this.#name,
        cpu: cpuSeconds() - this.#cpu,
        wall: (performance.now() - this.#began) / 1000,
        residentMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
      })
    this.#name = ''
  }

  get total(): { cpu: number; wall: number; peakMb: number } {
    return {
      cpu: cpuSeconds(),
      wall: performance.now() / 1000,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    }
  }
}

export type Consumed = { phases: Phase[]; total: Consumption['total'] }

/** `reading 1.2 s CPU, …` */
export const phasesInWords = (phases: readonly Phase[]): string =>
  phases.map(({ name, cpu, residentMb }) => `${name} ${cpu.toFixed(2)} s (${residentMb} MB)`).join('   ')
