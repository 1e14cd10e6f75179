import { Refusal } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Actor } from '../../../kernel/work.ts'
import { networkStanding } from '../../accounts/index.ts'
import { requireNetworkMode } from '../../matching/index.ts'
import { relayOperator } from '../../relay/index.ts'
import { answer, type Answered, type ShownState } from './answer.ts'
import { employerAway } from '../errors.ts'
import { findAsk } from './store-asks.ts'

type Opened = { memberId: string; actor: Actor; requestId?: string }

/**
 * The person's yes or no, as `answer` takes it. What the employer may do is asked of its realm at the moment of a yes,
 * and not only when it asked: one whose mode no longer allows introductions, that is suspended or to be verified again,
 * or whose network stands still is given nobody (`introductions.employer-away`). The request stays open for as long as it may be
 * answered.
 */
export async function answerIntroduction(
  installation: Installation,
  opened: Opened,
  said: Answered,
): Promise<{ state: ShownState }> {
  if (said.answer === 'ACCEPTED') {
    const ask = await inMember(installation, opened, (work) => findAsk(work, said.id))
    if (ask?.state === 'OPEN') await requirePresent(installation, ask.employerId)
  }
  const notice = said.answer === 'ACCEPTED' ? (await relayOperator(installation)).notice : null
  return inMember(installation, opened, (work) => answer(work, { ...said, notice }))
}

const shutting: ReadonlySet<string> = new Set([
  'matching.mode-forbids',
  'matching.network-stopped',
  'matching.company-suspended',
])

async function requirePresent(installation: Installation, employerId: string): Promise<void> {
  const opened = { companyId: employerId, actor: systemActor('introductions.exchange') }
  try {
    await inCompany(installation, opened, async (work) => {
      await requireNetworkMode(work, 'PLACEMENT')
      if ((await networkStanding(work)) === 'UNVERIFIED') throw employerAway({})
    })
  } catch (error) {
    if (error instanceof Refusal && shutting.has(error.code)) throw employerAway({})
    throw error
  }
}
