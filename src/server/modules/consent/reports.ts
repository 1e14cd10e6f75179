import { sql } from 'kysely'
import type { Finding } from '../../kernel/module.ts'
import { inCompany, systemActor, type MemberWork, type Work } from '../../kernel/work.ts'
import { findProvision, memberProvisions, type Kept } from './decisions/store-provisions.ts'
import { findNotice } from './notices/store-notices.ts'

/** What holds is the latest decision, and a provision on record stands on a consent. */
export async function verifyCompany({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'consent.state-is-latest-decision' as rule, 'consent_event ' || e.id as where, s.decision as saw
    from consent_state as s
    join consent_event as e on e.company_id = ${companyId} and e.source_record_id = s.source_record_id
      and e.purpose = s.purpose and e.recipient = s.recipient
    where s.company_id = ${companyId} and (e.occurred_at > s.occurred_at or (e.id = s.event_id and e.decision <> s.decision))
    union all
    select 'consent.provision-stands-on-consent', 'consent_provision ' || p.id, e.decision
    from consent_provision as p
    join consent_event as e on e.company_id = ${companyId} and e.id = p.consent_event_id
    where p.company_id = ${companyId} and e.decision <> 'GIVEN'
    limit 100`.execute(tx)
  return rows
}

/** The versions of notices that a member's decisions name stand where they were published. */
async function verifyNotices({ tx, memberId, installation }: MemberWork): Promise<Finding[]> {
  const named = await tx
    .selectFrom('consent_member_event')
    .select(['notice_company_id as companyId', 'notice_id as id', 'notice_version as version'])
    .distinct()
    .where('member_id', '=', memberId)
    .where('notice_id', 'is not', null)
    .execute()
  const findings: Finding[] = []
  for (const { companyId, id, version } of named) {
    if (companyId === null || id === null || version === null) continue
    const opening = { companyId, actor: systemActor('consent.verify') }
    const found = await inCompany(installation, opening, (work) => findNotice(work, version))
    if (found?.id !== id)
      findings.push({
        rule: 'consent.notice-exists',
        where: `notice ${id} of company ${companyId}`,
        saw: `version ${version}`,
      })
  }
  return findings
}

/** What a company put on record of a share says the same as the member's own record of that side. */
async function verifyCopies(work: MemberWork): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const mine of await memberProvisions(work)) {
    const { shareId, side, provider, recipient } = mine
    const opening = {
      companyId: side === 'PROVIDER' ? provider.id : recipient.id,
      actor: systemActor('consent.verify'),
    }
    const theirs = await inCompany(work.installation, opening, (company) => findProvision(company, { shareId, side }))
    if (theirs && saidOf(theirs) !== saidOf(mine))
      findings.push({
        rule: 'consent.records-agree',
        where: `share ${shareId}`,
        saw: `two ${side} records that differ`,
      })
  }
  return findings
}

/** A company keeps itself under its own name, so that names are not compared. */
const saidOf = ({ provider, recipient, items, opening, receiptId, howObtained, providedAt, keepUntil }: Kept): string =>
  JSON.stringify([provider.id, recipient.id, items, opening, receiptId, howObtained, providedAt, keepUntil])

/** Every share has a record on both sides, under a consent that had not been withdrawn when it was committed. */
export async function verifyMember(work: MemberWork): Promise<Finding[]> {
  const { tx, memberId } = work
  const { rows } = await sql<Finding>`
    select 'consent.two-provision-records' as rule, 'share ' || share_id as where, count(*)::text as saw
    from consent_member_provision where member_id = ${memberId}
    group by share_id having count(*) <> 2
    union all
    select 'consent.provision-stands-on-consent', 'consent_member_provision ' || p.id, e.decision
    from consent_member_provision as p
    join consent_member_event as e on e.member_id = ${memberId} and e.id = p.consent_event_id
    where p.member_id = ${memberId} and e.decision <> 'GIVEN'
    union all
    select 'consent.no-share-after-withdrawal', 'consent_member_provision ' || p.id, w.id::text
    from consent_member_provision as p
    join consent_member_event as e on e.member_id = ${memberId} and e.id = p.consent_event_id
    join consent_member_event as w on w.member_id = ${memberId} and w.purpose = e.purpose
      and w.recipient = e.recipient and w.decision = 'WITHDRAWN'
    where p.member_id = ${memberId} and w.occurred_at > e.occurred_at and w.recorded_at < p.recorded_at
    limit 100`.execute(tx)
  return [...rows, ...(await verifyNotices(work)), ...(await verifyCopies(work))]
}
