/** CPU of all threads, wall time and the memory held at the end of a phase. */
export type Phase = { name: string; cpu: number; wall: number; residentMb: number }

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024)

/**
 * What this process consumes, phase by phase. `total` holds what was spent before the first phase, too: loading the program,
 * after which it holds `loadedMb`.
 */
export class Consumption {
  readonly phases: Phase[] = []
  readonly #loadedMb = residentMb()
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
        residentMb: residentMb(),
      })
    this.#name = ''
  }

  get total(): { cpu: number; wall: number; loadedMb: number; peakMb: number } {
    return {
      loadedMb: this.#loadedMb,
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
