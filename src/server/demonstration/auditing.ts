import { addDays, localTime } from '../../engines/japanese/index.ts'
import { newId } from '../kernel/ids.ts'
import { inCompany, inMember, type Actor, type Work } from '../kernel/work.ts'
import { company, operatorId, staff } from '../modules/accounts/index.ts'
import { makeImpactReport, runningAudit, switchAudit, volunteer } from '../modules/impact/index.ts'
import { rankForOpening } from '../modules/matching/index.ts'
import { impactOffer, memberOf } from '../modules/relay/index.ts'
import { openings } from '../modules/selection/index.ts'
import { mailOf, type Applying } from './applying.ts'
import type { Stage } from './stage.ts'

/** Runs in one Work of the operator, as its owner: what is decided here is decided by a human. */
async function asOwner<T>({ installation }: Stage, run: (work: Work) => Promise<T>): Promise<T> {
  const companyId = await operatorId(installation)
  if (!companyId) throw new Error('the demonstration has no operator')
  const looking: Actor = { kind: 'system', id: 'demonstration', permissions: new Set() }
  const [owner] = await inCompany(installation, { companyId, actor: looking }, (work) => staff(work))
  const actor: Actor = { kind: 'staff', id: owner?.id ?? newId(), permissions: new Set() }
  return inCompany(installation, { companyId, actor }, run)
}

/** The operator audits the ranking for openings abroad; nearly all members volunteer, and employers look at their lists. */
export async function auditRanking(stage: Stage, applying: readonly Applying[]): Promise<void> {
  const { installation, tell, settle } = stage
  tell({ ja: '順位付けの監査への回答を受けています', en: 'Answers to the audit of the ranking' })
  await asOwner(stage, (work) =>
    switchAudit(work, {
      isOn: true,
      jurisdiction: 'US_NEW_YORK_CITY',
      ground:
        '参加企業のニューヨーク市内の事業所の求人(架空)について、Local Law 144に基づく年1回の監査を行うため。国内の求人のみを希望する方には、回答を求めない。',
      reviewedBy: '弁護士 法月 理(架空)',
    }),
  )
  const audit = await runningAudit(installation)
  if (!audit) throw new Error('the audit of the demonstration does not run')
  const offer = impactOffer({ id: audit.operatorId, name: audit.name }, { language: 'ja', notice: audit.notice })
  let asked = 0
  for (const { person } of applying) {
    const memberId = await memberOf(installation, mailOf(person))
    if (!memberId) continue
    asked += 1
    if (asked % 12 === 0) continue
    const actor: Actor = { kind: 'member', id: memberId, permissions: new Set() }
    const answer = { sex: asked % 2 === 0 ? ('FEMALE' as const) : ('MALE' as const), race: null }
    await inMember(installation, { memberId, actor }, (work) => volunteer(work, { id: newId(), offer, answer }))
  }
  await settle()
  await lookAtLists(stage)
}

async function lookAtLists({ installation, desks, settle }: Stage): Promise<void> {
  for (const { companyId, ownerId, work } of desks) {
    const caller = { companyId, actor: { kind: 'staff', id: ownerId, permissions: new Set<string>() } as const }
    for (const { id } of await work((opened) => openings(opened, ['OPEN'])))
      await rankForOpening(installation, caller, id, { pool: 'RELAY', page: 1, limit: 10 })
  }
  await settle()
}

/** What was ranked until the day before is counted, where it is of enough people. */
export async function reportAudit(stage: Stage): Promise<void> {
  await asOwner(stage, async (work) => {
    const until = addDays(localTime(work.now, (await company(work)).timeZone).day, -1)
    await makeImpactReport(work, stage.installation, {
      id: newId(),
      from: addDays(until, -59),
      until,
      excludesBelowTwoPercent: false,
      exclusionReason: null,
    })
  })
}
