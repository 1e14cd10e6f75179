import type { Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Installation } from '../kernel/installation.ts'
import { drainUntilQuiet } from '../kernel/intents.ts'
import { inCompany, type Work } from '../kernel/work.ts'
import type { Employer } from './people/cast.ts'

/** One employer of the demonstration, with its owner at the desk. */
export type Desk = {
  employer: Employer
  companyId: string
  ownerId: string
  /** Staff ids of those who interview, in the order of the cast; filled when they have accepted. */
  interviewerIds: string[]
  /** Runs in one Work of the company, as its owner. */
  work: <T>(run: (work: Work) => Promise<T>) => Promise<T>
}

/** What every step of the demonstration is handed. */
export type Stage = {
  installation: Installation
  clock: Clock
  desks: Desk[]
  /** Says how far the demonstration is, in words for a person. */
  tell: (told: { ja: string; en: string }) => void
  /** Moves the clock and does everything that becomes due, as the days would. */
  pass: (days: number) => Promise<void>
  /** The same until so many days before the present. */
  passUntil: (daysAgo: number) => Promise<void>
  settle: () => Promise<void>
}

export const dayMs = 86_400_000

/**
 * The next 11 o'clock in Japan. Every move passes through those on its way, so that letters leave in working hours on
 * working days, at whatever hour and season the demonstration is begun.
 */
function nextMorning(moment: number): number {
  const eleven = new Date(moment).setUTCHours(2, 0, 0, 0)
  return eleven > moment ? eleven : eleven + dayMs
}

export function stageOf({ installation, clock, tell }: Pick<Stage, 'installation' | 'clock' | 'tell'>): Stage {
  const settle = () => drainUntilQuiet(installation)
  const moveTo = async (offsetMs: number) => {
    const target = Math.min(0, offsetMs)
    const began = Date.now()
    for (
      let morning = nextMorning(began + clock.offsetMs());
      morning < began + target;
      morning = nextMorning(morning)
    ) {
      await clock.move(morning - began)
      await settle()
    }
    await clock.move(target)
    await settle()
  }
  return {
    installation,
    clock,
    desks: [],
    tell,
    settle,
    pass: (days) => moveTo(clock.offsetMs() + days * dayMs),
    passUntil: (daysAgo) => moveTo(Math.max(clock.offsetMs(), -daysAgo * dayMs)),
  }
}

export function deskOf(
  installation: Installation,
  { employer, companyId, ownerId }: Omit<Desk, 'work' | 'interviewerIds'>,
): Desk {
  const actor = { kind: 'staff', id: ownerId, permissions: new Set<string>() } as const
  return {
    employer,
    companyId,
    ownerId,
    interviewerIds: [],
    work: (run) => inCompany(installation, { companyId, actor, requestId: newId() }, run),
  }
}
