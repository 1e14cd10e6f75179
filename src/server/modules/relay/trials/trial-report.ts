import type { LetterTrial, TrialReport, TrialVariant } from '../../../../contract/relay/letter-trials.ts'
import {
  compareSequentially,
  differenceOfProportions,
  peopleToTell,
  wilsonInterval,
  type Outcome,
} from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { trialLetters, type Trial, type TrialLetter, type Variant } from './store-trials.ts'
import { trial } from './trials.ts'

/** More people than this are not worth forecasting: no employer sends so many. */
const mostPeople = 20_000

export const shownTrial = ({ words: _words, version: _version, startedAt, endedAt, ...rest }: Trial): LetterTrial => ({
  ...rest,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
})

/** What came of each wording, and what can be said of it yet. */
export async function trialReport(work: Work, id: string): Promise<TrialReport> {
  const found = await trial(work, id)
  const { followed, excluded } = peopleOf(await trialLetters(work, id), { ...found, now: work.now })
  const final = followed.filter(({ isFinal }) => isFinal)
  const compared = compareSequentially(
    final.map((one): Outcome => ({ variant: one.variant, success: one[decisive[found.outcome]] })),
  )
  const isComparable = compared.a.trials > 0 && compared.b.trials > 0
  const difference = isComparable ? differenceOfProportions({ first: compared.b, second: compared.a }) : null
  const supposed = (compared.a.successes + 3) / (compared.a.trials + 10)
  return {
    trial: shownTrial(found),
    variants: (['A', 'B'] as const).map((variant) => shownVariant(found, variant, followed)),
    excluded,
    difference: difference && { value: difference.value, ...difference.interval },
    better: compared.better,
    peopleToTell: peopleToTell(compared, {
      a: supposed,
      b: Math.min(1, supposed + found.points / 100),
      most: mostPeople,
    }),
    supposed,
  }
}

const decisive = { OPENED: 'opened', REGISTERED: 'registered' } as const

type Followed = {
  variant: Variant
  /** The days of watching are over: nothing that comes later counts. */
  isFinal: boolean
  opened: boolean
  registered: boolean
  stopped: boolean
  replied: boolean
}

const dayMs = 86_400_000

/**
 * Pure. Each human once, by their first letter, in the order of these: what came within the days of watching of any letter
 * to them in the trial. Who was sent both wordings, as two people that were merged since, is left out and counted.
 */
export function peopleOf(
  letters: readonly TrialLetter[],
  { windowDays, now }: { windowDays: number; now: Date },
): { followed: Followed[]; excluded: number } {
  const byPerson = Map.groupBy(letters, ({ personId }) => personId)
  const followed: Followed[] = []
  let excluded = 0
  for (const own of byPerson.values()) {
    const [first] = own
    if (!first) continue
    if (own.some(({ variant }) => variant !== first.variant)) {
      excluded += 1
      continue
    }
    const until = first.sentAt.getTime() + windowDays * dayMs
    const came = (of: (letter: TrialLetter) => Date | null) =>
      own.some((letter) => {
        const at = of(letter)
        return at !== null && at.getTime() <= until
      })
    followed.push({
      variant: first.variant,
      isFinal: until <= now.getTime(),
      opened: came(({ openedAt }) => openedAt),
      registered: came(({ registeredAt }) => registeredAt),
      stopped: came(({ stoppedAt }) => stoppedAt),
      replied: came(({ repliedAt }) => repliedAt),
    })
  }
  return { followed, excluded }
}

function shownVariant({ words }: Trial, variant: Variant, followed: readonly Followed[]): TrialVariant {
  const own = followed.filter((one) => one.variant === variant)
  const final = own.filter(({ isFinal }) => isFinal)
  const share = (of: 'opened' | 'registered' | 'stopped' | 'replied') => {
    const count = final.filter((one) => one[of]).length
    const interval = wilsonInterval({ successes: count, trials: final.length })
    return { count, of: final.length, value: final.length === 0 ? null : count / final.length, ...interval }
  }
  return {
    variant,
    ...words[variant],
    people: own.length,
    watched: own.length - final.length,
    opened: share('opened'),
    registered: share('registered'),
    stopped: share('stopped'),
    replied: share('replied'),
  }
}
