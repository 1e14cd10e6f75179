import type { Contributions } from '../../kernel/module.ts'
import { isStanding, memberConsents } from '../consent/index.ts'
import { verifyVolunteered } from './reports.ts'
import { disposeTakenBack } from './store.ts'
import { disposeAnswer, eraseAnswer, ownAnswer } from './volunteering.ts'

/** An announcement that waited longer than this is dead and a matter for a human. */
const takenBackDays = 30
const dayMs = 86_400_000

/** A company holds nothing of what members volunteer, so there is nothing to erase or to export for a person of one. */
export const contributions: Contributions = {
  retain: async (work) => ({
    impactTakenBack: await disposeTakenBack(work, new Date(work.now.getTime() - takenBackDays * dayMs)),
  }),
  eraseMember: eraseAnswer,
  exportMember: async (work) => ({ volunteeredForAudit: (await ownAnswer(work)) ?? null }),
  retainMember: async (work) => ({
    impactAnswers: await disposeAnswer(work, async () =>
      (await memberConsents(work)).some((one) => one.purpose === 'IMPACT_AUDIT' && isStanding(one, work.now)),
    ),
  }),
  verify: verifyVolunteered,
}
