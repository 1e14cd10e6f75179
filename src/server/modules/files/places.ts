type Rules = {
  /** How many are taken at once by all together. */
  atOnce: number
  mostWaiting: number
  longestWaitMs: number
  /** Thrown for who comes while too many wait, and for who waited too long. */
  busy: () => Error
}

type Waiting = { of: string; take: () => void }

/**
 * Places that are taken one after the other: one of `of` has one at a time, so that whoever sends what takes long keeps
 * nobody else from theirs, and who waited too long is told so instead of being kept waiting.
 */
export function placesFor({ atOnce, mostWaiting, longestWaitMs, busy }: Rules) {
  const taken: string[] = []
  let waiting: Waiting[] = []
  const isFree = (of: string) => taken.length < atOnce && !taken.includes(of)
  const give = () => {
    const next = waiting.find(({ of }) => isFree(of))
    if (!next) return
    waiting = waiting.filter((one) => one !== next)
    next.take()
    give()
  }
  const enter = async (of: string): Promise<void> => {
    if (isFree(of)) return void taken.push(of)
    if (waiting.length >= mostWaiting) throw busy()
    await new Promise<void>((resolve, reject) => {
      const clock = setTimeout(() => {
        waiting = waiting.filter((other) => other !== one)
        reject(busy())
      }, longestWaitMs)
      const one: Waiting = {
        of,
        take: () => {
          clearTimeout(clock)
          taken.push(of)
          resolve()
        },
      }
      waiting.push(one)
    })
  }
  return async <T>(of: string, run: () => Promise<T>): Promise<T> => {
    await enter(of)
    try {
      return await run()
    } finally {
      taken.splice(taken.indexOf(of), 1)
      give()
    }
  }
}
