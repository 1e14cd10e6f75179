import type { AuditAction } from '../../../../contract/audit-actions/index.ts'
import type { NetworkCompany, NetworkStanding, StandingReason } from '../../../../contract/network/network-companies.ts'
import { localTime } from '../../../../engines/japanese/index.ts'
import { notFound } from '../../../kernel/errors.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, identityChanges, isSameIdentity, keepSettings, modeInForce } from './company.ts'
import { agreementEndsBefore, industryAsStated, notVerifiable, standingElse } from '../errors.ts'
import { acted } from '../events.ts'
import { notify } from './notices.ts'
import { lockCompany } from './store-company.ts'
import { hasEnded, isCorporateNumber, keepsFromVerifying, paperAlerts } from './papers.ts'
import { findKnownCompany, knownCompanies, putKnownCompany, type KnownCompany } from './store-network.ts'
import { decisions, findDecision, putDecision, type Decision } from './store-standing.ts'

/** Whether the operator stopped the network. */
export async function isNetworkStopped(work: Work): Promise<boolean> {
  return (await company(work)).settings['networkStopped'] === true
}

/** Why the operator last stopped the network or let it go on, in its own words. */
export async function networkSwitchedBecause(work: Work): Promise<string | null> {
  const said = (await company(work)).settings['networkSwitchedBecause']
  return typeof said === 'string' ? said : null
}

type Around = { today: string; isStopped: boolean; work: Work }

async function around(work: Work): Promise<Around> {
  const { timeZone, settings } = await company(work)
  return { today: localTime(work.now, timeZone).day, isStopped: settings['networkStopped'] === true, work }
}

const undecided = (employerId: string): Omit<Decision, 'decidedAt'> & { decidedAt: null } => ({
  employerId,
  standing: 'UNVERIFIED',
  reason: null,
  note: null,
  wasVerified: false,
  agreementOn: null,
  agreementUntil: null,
  licenceSeenOn: null,
  licenceUntil: null,
  industry: null,
  industryReason: null,
  industryAt: null,
  decidedAt: null,
})

function view(known: KnownCompany, decided: Decision | undefined, { today, isStopped, work }: Around): NetworkCompany {
  const {
    employerId: _,
    wasVerified: __,
    decidedAt,
    industry,
    industryReason,
    industryAt,
    ...decision
  } = decided ?? undecided(known.id)
  const alerts = paperAlerts({ ...known, ...decision }, today)
  const isOver = decision.standing === 'VERIFIED' && hasEnded(alerts).length > 0
  const isOut = isStopped || isOver || decision.standing === 'SUSPENDED'
  return {
    ...known,
    ...decision,
    industrySet:
      industry && industryAt ? { industry, reason: industryReason ?? '', at: industryAt.toISOString() } : null,
    isNumberPlausible: isCorporateNumber(known.corporateNumber),
    modeInForce: isOut ? 'IN_HOUSE' : modeInForce(work.installation.config.OPERATING_MODE, known.operatingMode),
    alerts,
    decidedAt: decidedAt?.toISOString() ?? null,
    knownSince: known.knownSince.toISOString(),
    asOf: known.asOf.toISOString(),
  }
}

/** Every company of the network with its papers and standing, those with the gravest alerts first. */
export async function networkCompanies(work: Work): Promise<NetworkCompany[]> {
  const decided = new Map((await decisions(work)).map((one) => [one.employerId, one]))
  const at = await around(work)
  return (await knownCompanies(work)).map((known) => view(known, decided.get(known.id), at))
}

/** One company; refused as not found where the operator knows none. */
export async function networkCompany(work: Work, id: string): Promise<NetworkCompany> {
  const known = await findKnownCompany(work, id)
  if (!known) throw notFound({ what: 'company' })
  return view(known, await findDecision(work, id), await around(work))
}

type PaperChange = {
  [K in 'agreementOn' | 'agreementUntil' | 'licenceSeenOn' | 'licenceUntil' | 'note']?: string | null | undefined
}

/**
 * The company as it stands once every decision before has committed. The operator's own row is held: two decisions about
 * one company follow one another, and neither writes over the other.
 */
async function heldCompany(work: Work, id: string): Promise<NetworkCompany> {
  await lockCompany(work)
  return networkCompany(work, id)
}

/**
 * Records what was seen of a company's papers; what is not given stays. Refused where the agreement would end before it
 * was signed (`accounts.agreement-ends-before`).
 */
export async function recordPapers(
  work: Work,
  { id, ...change }: PaperChange & { id: string },
): Promise<NetworkCompany> {
  await heldCompany(work, id)
  const before = (await findDecision(work, id)) ?? undecided(id)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after = { ...before, ...given }
  if (after.agreementOn !== null && after.agreementUntil !== null && after.agreementUntil < after.agreementOn)
    throw agreementEndsBefore({})
  await putDecision(work, after)
  await tell(work, { id, action: 'network.papers-recorded', detail: { fields: Object.keys(given).toSorted() } })
  return networkCompany(work, id)
}

type IndustrySaid = { id: string; industry: string | null; reason: string }

/**
 * Says what a company's line of business is, whatever it states, or lets its own hold again. From then on people who hide
 * from that line are hidden from the company. The same again changes nothing; refused for what the company states itself
 * (`accounts.industry-as-stated`).
 */
export async function setIndustry(work: Work, { id, industry, reason }: IndustrySaid): Promise<NetworkCompany> {
  const { industry: stated } = await heldCompany(work, id)
  const before = (await findDecision(work, id)) ?? undecided(id)
  if (industry === before.industry) return networkCompany(work, id)
  if (industry !== null && industry === stated) throw industryAsStated({})
  await putDecision(work, { ...before, industry, industryReason: reason, industryAt: work.now })
  const action = industry ? ('network.company-industry-set' as const) : ('network.company-industry-released' as const)
  await tell(work, { id, action, detail: industry ? { industry } : {} })
  return networkCompany(work, id)
}

/**
 * Verifies a company, which lets the referrals that waited for it count. Refused while its number, its agreement or,
 * in placement, its licence is missing or over (`accounts.not-verifiable`).
 */
export async function verifyCompany(work: Work, id: string): Promise<NetworkCompany> {
  const { standing, alerts } = await heldCompany(work, id)
  if (standing === 'VERIFIED') return networkCompany(work, id)
  if (standing === 'SUSPENDED') throw standingElse({ standing })
  const missing = keepsFromVerifying(alerts)
  if (missing.length > 0) throw notVerifiable({ missing })
  return decide(work, { id, standing: 'VERIFIED', reason: null, action: 'network.company-verified' })
}

/**
 * Keeps how a company says that it is. What the operator verified under another name, number, licence or group is to be
 * verified again, also where the company is suspended meanwhile; the operator's administrators are told by mail.
 */
export async function hearCompany(work: Work, said: Omit<KnownCompany, 'knownSince'>): Promise<void> {
  await lockCompany(work)
  const before = await findKnownCompany(work, said.id)
  await putKnownCompany(work, said)
  const known = await findKnownCompany(work, said.id)
  const decided = await findDecision(work, said.id)
  if (!before || !known || isSameIdentity(before, known) || !decided?.wasVerified) return
  const standing = decided.standing === 'VERIFIED' ? ('UNVERIFIED' as const) : decided.standing
  await putDecision(work, { ...decided, standing, wasVerified: false })
  await notify(work, {
    id: idFrom(work.companyId, said.id, 'to-verify-again', said.asOf.toISOString()),
    kind: 'COMPANY_TO_VERIFY',
    detail: { employerId: said.id, employerName: said.name },
  })
  await tell(work, {
    id: said.id,
    action: 'network.company-to-verify-again',
    detail: { fields: identityChanges(before, known) },
  })
}

/** Suspends a company; what it has stays its own, and nothing of it goes out to the network any more. */
export async function suspendCompany(
  work: Work,
  { id, reason }: { id: string; reason: StandingReason },
): Promise<NetworkCompany> {
  const { standing } = await heldCompany(work, id)
  if (standing === 'SUSPENDED') return networkCompany(work, id)
  return decide(work, { id, standing: 'SUSPENDED', reason, action: 'network.company-suspended' })
}

/**
 * Ends a suspension: the company is what it was before. Refused while an agreement or a licence is over
 * (`accounts.not-verifiable`): the next look at its papers would suspend it again.
 */
export async function resumeCompany(work: Work, id: string): Promise<NetworkCompany> {
  const { standing, alerts } = await heldCompany(work, id)
  if (standing !== 'SUSPENDED') return networkCompany(work, id)
  const back = (await findDecision(work, id))?.wasVerified ? 'VERIFIED' : 'UNVERIFIED'
  if (back === 'VERIFIED' && hasEnded(alerts).length > 0) throw notVerifiable({ missing: hasEnded(alerts) })
  return decide(work, { id, standing: back, reason: null, action: 'network.company-resumed' })
}

/** Stops the network at once, or lets it go on, with the reason kept for the operator. Every company is told by the announcement. */
export async function switchNetwork(
  work: Work,
  { isStopped, reason }: { isStopped: boolean; reason: string },
): Promise<{ isStopped: boolean }> {
  if ((await isNetworkStopped(work)) === isStopped) return { isStopped }
  await keepSettings(work, { networkStopped: isStopped, networkSwitchedBecause: reason })
  await tell(work, { id: work.companyId, action: isStopped ? 'network.stopped' : 'network.continued', detail: {} })
  return { isStopped }
}

type Deciding = { id: string; standing: NetworkStanding; reason: StandingReason | null; action: AuditAction }

async function decide(work: Work, { id, standing, reason, action }: Deciding): Promise<NetworkCompany> {
  const before = (await findDecision(work, id)) ?? undecided(id)
  const wasVerified = standing === 'SUSPENDED' ? before.standing === 'VERIFIED' : standing === 'VERIFIED'
  await putDecision(work, { ...before, standing, reason, wasVerified })
  await tell(work, { id, action, detail: reason ? { reason } : {} })
  return networkCompany(work, id)
}

const tell = (work: Work, told: { id: string; action: AuditAction; detail: Record<string, string | string[]> }) =>
  acted(work, { action: told.action, subject: { kind: 'company', id: told.id }, detail: told.detail })
