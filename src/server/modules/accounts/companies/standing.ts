import { z } from 'zod'
import {
  networkStandings,
  suspensionReasons,
  type NetworkStanding,
  type StandingReason,
} from '../../../../contract/network/network-companies.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import type { Work } from '../../../kernel/work.ts'
import { acted } from '../events.ts'
import { operatorName } from './store-company.ts'
import { findWord, putWord, type Word, type WordPapers } from './store-standing.ts'

/** The operator's word about this company changed; subject: the company. */
export const standingChanged = companyAnnouncement(
  'accounts.standing-changed',
  z.object({
    standing: z.enum(networkStandings),
    reason: z.enum(suspensionReasons).nullable(),
    isStopped: z.boolean(),
  }),
)

/** A verified company whose papers are over is out from that very moment, before anybody has decided so. */
function standsAs({ standing, papers }: Word, now: Date): NetworkStanding {
  return standing === 'VERIFIED' && papers.endAt !== null && papers.endAt <= now ? 'SUSPENDED' : standing
}

/**
 * How the company stands in the network. Where nobody runs one there is nobody to verify it, and nothing to wait for.
 */
export async function networkStanding(work: Work): Promise<NetworkStanding> {
  const word = await findWord(work)
  if (word) return standsAs(word, work.now)
  return (await operatorName(work)) === undefined ? 'VERIFIED' : 'UNVERIFIED'
}

/** What the operator says is this company's line of business; null where its own holds. */
export async function industrySetHere(work: Work): Promise<{ industry: string; reason: string } | null> {
  const { industry = null, reason = '' } = (await findWord(work))?.industry ?? {}
  return industry === null ? null : { industry, reason }
}

/** Why nothing of this company goes out to the network for now and nothing comes in; null where it does. */
export async function whyCutOff(work: Work): Promise<'NETWORK_STOPPED' | 'SUSPENDED' | null> {
  const word = await findWord(work)
  if (word === undefined) return null
  if (standsAs(word, work.now) === 'SUSPENDED') return 'SUSPENDED'
  return word.isStopped ? 'NETWORK_STOPPED' : null
}

export const isCutOff = async (work: Work): Promise<boolean> => (await whyCutOff(work)) !== null

/** The network's own rules as they hold in this company, by the names of the terms that they set. */
export async function networkTermsHere(work: Work): Promise<Word['terms']> {
  return (await findWord(work))?.terms ?? {}
}

const noPapers: WordPapers = { agreementUntil: null, licenceUntil: null, endAt: null }
type Heard = Omit<Word, 'version' | 'papers' | 'industry'> & { papers?: WordPapers; industry?: Word['industry'] }
export type WordChange = {
  before: Word | undefined
  standing: NetworkStanding
  reason: StandingReason | null
  isStopped: boolean
  /** Where another line of business holds now. */
  industry?: Word['industry']
}

/**
 * Applies the operator's word in the company's realm, and answers what changed by it; the same again, or an older one,
 * changes and tells nothing.
 */
export async function applyWord(work: Work, heard: Heard): Promise<WordChange | undefined> {
  const before = await findWord(work)
  const { standing, reason, isStopped, industry = null } = heard
  if (!(await putWord(work, { papers: noPapers, ...heard, industry }))) return undefined
  const isOther = (before?.industry?.industry ?? null) !== (industry?.industry ?? null)
  if (isOther) await actedOnIndustry(work, industry?.industry ?? null)
  const news = { before, standing, reason, isStopped, ...(isOther && { industry }) }
  if (before?.standing === standing && before.isStopped === isStopped) return isOther ? news : undefined
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
  return news
}

const actedOnIndustry = (work: Work, industry: string | null) =>
  acted(work, {
    action: industry ? 'company.industry-set' : 'company.industry-released',
    subject: { kind: 'company', id: work.companyId },
    detail: industry ? { industry } : {},
  })

/** The company says that it is another one: what the operator verified does not hold for it until it looks again. */
export async function unverify(work: Work): Promise<void> {
  const word = await findWord(work)
  if (word?.standing === 'VERIFIED') await applyWord(work, { ...word, standing: 'UNVERIFIED', asOf: work.now })
}
