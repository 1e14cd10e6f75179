import { z } from 'zod'
import { networkStandings, suspensionReasons, type NetworkStanding } from '../../../contract/network-companies.ts'
import { companyAnnouncement } from '../../kernel/announcements.ts'
import type { Work } from '../../kernel/work.ts'
import { acted } from './events.ts'
import { operatorName } from './store-company.ts'
import { findWord, putWord, type Word } from './store-standing.ts'

/** The operator's word about this company changed; subject: the company. */
export const standingChanged = companyAnnouncement(
  'accounts.standing-changed',
  z.object({
    standing: z.enum(networkStandings),
    reason: z.enum(suspensionReasons).nullable(),
    isStopped: z.boolean(),
  }),
)

/**
 * How the company stands in the network. Where nobody runs one there is nobody to verify it, and nothing to wait for.
 */
export async function networkStanding(work: Work): Promise<NetworkStanding> {
  const word = await findWord(work)
  if (word) return word.standing
  return (await operatorName(work)) === undefined ? 'VERIFIED' : 'UNVERIFIED'
}

/** Whether nothing of this company goes out to the network for now, and nothing of the network comes in. */
export async function isCutOff(work: Work): Promise<boolean> {
  const word = await findWord(work)
  return word !== undefined && (word.isStopped || word.standing === 'SUSPENDED')
}

/** The network's own rules as they hold in this company, by the names of the terms that they set. */
export async function networkTermsHere(work: Work): Promise<Word['terms']> {
  return (await findWord(work))?.terms ?? {}
}

/** Applies the operator's word in the company's realm; the same again, or an older one, tells nothing. */
export async function applyWord(work: Work, word: Omit<Word, 'version'>): Promise<void> {
  const before = await findWord(work)
  if (!(await putWord(work, word))) return
  const { standing, reason, isStopped } = word
  if (before?.standing === standing && before.isStopped === isStopped) return
  await work.announce(standingChanged, {
    subjectId: work.companyId,
    version: (before?.version ?? 0) + 1,
    payload: { standing, reason, isStopped },
  })
  await acted(work, {
    action: 'company.standing-changed',
    subject: { kind: 'company', id: work.companyId },
    detail: { standing, isStopped, ...(reason && { reason }) },
  })
}
