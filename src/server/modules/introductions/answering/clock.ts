import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { lockMember, noteSilence } from '../../relay/index.ts'
import { endAsk } from './ending.ts'
import { countAnswers, findAsk } from './store-asks.ts'
import { findClock, planMail, settleClock } from './store-intents.ts'

const actor = systemActor('introductions.clock')

/** Reminds once, and ends an introduction whose time to answer is over; silence is a no. */
async function strike(installation: Installation, { realmId: memberId, id }: Claimed): Promise<void> {
  await inMember(installation, { memberId, actor }, async (work) => {
    const clock = await findClock(work, id)
    if (!clock) return
    const { askId, kind } = clock
    if (kind === 'LAPSE') await lapse(work, askId)
    else if ((await findAsk(work, askId))?.state === 'OPEN')
      await planMail(work, { id: idFrom(askId, 'REMINDER-MAIL'), kind: 'REMINDER', askId })
    await settleClock(work, id)
  })
}

async function lapse(work: MemberWork, id: string): Promise<void> {
  // Two that lapse at once are counted one after the other.
  await lockMember(work)
  if (await endAsk(work, { id, state: 'LAPSED', cause: 'CLOCK' })) await noteSilence(work, await countAnswers(work))
}

export const clocks: IntentTable = { table: 'introductions_clock', realm: 'member', attempts: 50, run: strike }
