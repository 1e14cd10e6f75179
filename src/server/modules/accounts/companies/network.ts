import { z } from 'zod'
import { NoticeDetail } from '../../../../contract/accounts/notices.ts'
import { instantAt, parseAddress } from '../../../../engines/japanese/index.ts'
import { onAcross } from '../../../kernel/announcements.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { company, companyIds, isSameIdentity, operatorId } from './company.ts'
import { accountsActed } from '../events.ts'
import { hearCompany } from './network-companies.ts'
import { noticeMode, notify, tellWord } from './notices.ts'
import { watchCompany } from './paper-watch.ts'
import { applyWord } from './standing.ts'
import { findKnownCompany, type KnownCompany } from './store-network.ts'
import { findDecision, type Decision } from './store-standing.ts'

const dayMs = 86_400_000
const actor = systemActor('accounts.network')
const PaperEnds = NoticeDetail.pick({ paper: true, until: true, days: true }).required().extend({ noticeId: z.uuid() })

/**
 * Tells the operator how a company stands: its name, mode and licence, nothing of its staff or people. Before there is
 * an operator nothing is told; once there is one, it is told of every company.
 */
async function tellOperator(installation: Installation, companyId: string): Promise<void> {
  const operator = await operatorId(installation)
  const { kind } = await inCompany(installation, { companyId, actor }, company)
  if (kind === 'OPERATOR') {
    // Listed a moment after its realm is written; the announcement is tried again until then.
    if (operator !== companyId) throw new Error('the operator is not listed yet')
    for (const id of await companyIds(installation))
      if (id !== operator) await exchange(installation, { operator, companyId: id })
  } else if (operator) await exchange(installation, { operator, companyId })
}

type Pair = { operator: string; companyId: string }

/** Both sides learn how things stand: the operator of the company, the company of what the operator decided. */
async function exchange(installation: Installation, pair: Pair): Promise<void> {
  await mirror(installation, pair)
  await handOn(installation, pair)
}

async function mirror(installation: Installation, { operator, companyId }: Pair): Promise<void> {
  const stands = await inCompany(installation, { companyId, actor }, async (work) => {
    const { id, name, corporateNumber, operatingMode, licenceNumber, ...rest } = await company(work)
    const { groupNumber, groupName, industry, employees, address } = rest
    const known = { id, name, corporateNumber, operatingMode, licenceNumber, groupNumber, groupName }
    return {
      ...known,
      industry,
      employees,
      region: parseAddress(address ?? '')?.prefecture.region ?? null,
      asOf: work.now,
    }
  })
  await inCompany(installation, { companyId: operator, actor }, (work) => hearCompany(work, stands))
}

/** Brings the operator's decision, the switch and the rules of the network as they stand into the company's realm. */
async function handOn(installation: Installation, { operator, companyId }: Pair): Promise<void> {
  const { known, ...word } = await inCompany(installation, { companyId: operator, actor }, async (work) => {
    const { settings, timeZone } = await company(work)
    const decided = await findDecision(work, companyId)
    const known = await findKnownCompany(work, companyId)
    return {
      known,
      standing: decided?.standing ?? ('UNVERIFIED' as const),
      reason: decided?.reason ?? null,
      isStopped: settings['networkStopped'] === true,
      terms: sharedTerms(settings),
      papers: papersOf(decided, known, timeZone),
      industry: industryOf(decided),
      asOf: work.now,
    }
  })
  await inCompany(installation, { companyId, actor }, async (work) => {
    // A decision about a company that has said since that it is another one does not hold for it.
    const isAnother = known !== undefined && !isSameIdentity(known, await company(work))
    const standing = word.standing === 'VERIFIED' && isAnother ? ('UNVERIFIED' as const) : word.standing
    const change = await applyWord(work, { ...word, standing })
    if (change) await tellWord(work, change)
  })
}

const industryOf = (decided: Decision | undefined) =>
  decided && decided.industryReason !== null ? { industry: decided.industry, reason: decided.industryReason } : null

/** The dates of the company's papers, and the first midnight in the operator's zone at which one of them is over. */
function papersOf(
  decided: Decision | undefined,
  known: KnownCompany | undefined,
  timeZone: string,
): { agreementUntil: string | null; licenceUntil: string | null; endAt: Date | null } {
  const { agreementUntil = null, licenceUntil = null } = decided ?? {}
  const needed = known?.operatingMode === 'PLACEMENT' ? [agreementUntil, licenceUntil] : [agreementUntil]
  const last = needed.filter((day) => day !== null).toSorted()[0]
  return { agreementUntil, licenceUntil, endAt: last === undefined ? null : instantAt(last, dayMs, timeZone) }
}

/** The company hears what the operator was told of its papers, once. */
async function tellPaperEnds(installation: Installation, { companyId }: Pair, detail: unknown): Promise<void> {
  const { noticeId, ...ends } = PaperEnds.parse(detail)
  await inCompany(installation, { companyId, actor }, (work) =>
    notify(work, { id: noticeId, kind: 'PAPER_ENDS', detail: ends }),
  )
}

/** The company that changed its identity hears what follows from it, once for each change. */
async function tellToVerifyAgain(installation: Installation, { companyId }: Pair, heardId: string): Promise<void> {
  await inCompany(installation, { companyId, actor }, (work) =>
    notify(work, { id: idFrom(companyId, heardId), kind: 'TO_VERIFY_AGAIN', detail: {} }),
  )
}

/** The terms that hold in every company of the network; what the operator did not set is left to each. */
const sharedTerms = (settings: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    ['referralsPerSlot', 'referralHoldDays', 'slotExpiryMonths'].flatMap((key) => {
      const value = settings[key]
      return typeof value === 'number' ? [[key, value] as const] : []
    }),
  )

export const networkSubscription = onAcross(
  accountsActed,
  'accounts.network',
  async (installation, { id, realmId, payload }) => {
    const { action, subjectId } = payload
    if (action === 'company.opened' || action === 'company.changed') {
      await tellOperator(installation, realmId)
      await inCompany(installation, { companyId: realmId, actor }, (work) => noticeMode(work))
    }
    const pair = { operator: realmId, companyId: subjectId }
    if (action === 'network.papers-recorded')
      await inCompany(installation, { companyId: realmId, actor }, (work) => watchCompany(work, subjectId))
    if (action.startsWith('network.company-') || action === 'network.papers-recorded') await handOn(installation, pair)
    if (action === 'network.company-to-verify-again') await tellToVerifyAgain(installation, pair, id)
    if (action === 'network.papers-ending') await tellPaperEnds(installation, pair, payload.detail)
  },
)
