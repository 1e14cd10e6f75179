import { sql } from 'kysely'
import type { ReferralSignal, ReferralState } from '../../../../contract/network/network-referrals.ts'
import type { Work } from '../../../kernel/work.ts'

/** A referral as the operator knows it. Every function here runs in the operator's realm. */
export type NetworkReferral = {
  id: string
  employerId: string
  state: ReferralState
  reason: string | null
  signals: ReferralSignal[]
  version: number
  registeredAt: Date
  heldUntil: Date | null
  settledAt: Date | null
  takeBackAskedAt: Date | null
  clearedAt: Date | null
}

type Told = Omit<NetworkReferral, 'takeBackAskedAt' | 'clearedAt'>

/** Keeps how a referral stands; an older word than is kept changes nothing. */
export async function putNetworkReferral({ tx, companyId }: Work, told: Told): Promise<void> {
  await tx
    .insertInto('relay_network_referral')
    .values({
      company_id: companyId,
      id: told.id,
      employer_id: told.employerId,
      state: told.state,
      reason: told.reason,
      signals: told.signals,
      held_until: told.heldUntil,
      version: told.version,
      registered_at: told.registeredAt,
      settled_at: told.settledAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          reason: e.ref('excluded.reason'),
          // What the operator was told of elsewhere stays beside what the company tells.
          signals: sql<ReferralSignal[]>`array(select distinct signal
            from unnest(relay_network_referral.signals || excluded.signals) as signal)`,
          held_until: e.ref('excluded.held_until'),
          version: e.ref('excluded.version'),
          settled_at: e.ref('excluded.settled_at'),
        }))
        .where((e) => e('relay_network_referral.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

export type Member = { ref: string; state: 'ACTIVE' | 'WITHDRAWN' | 'ERASED'; version: number }

export async function putNetworkMember({ tx, companyId, now }: Work, member: Member): Promise<void> {
  await tx
    .insertInto('relay_network_member')
    .values({ company_id: companyId, ...member, changed_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'ref'])
        .doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          version: e.ref('excluded.version'),
          changed_at: e.ref('excluded.changed_at'),
        }))
        .where((e) => e('relay_network_member.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

const rows = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('relay_network_referral')
    .select([
      'id',
      'employer_id as employerId',
      'state',
      'reason',
      'signals',
      'version',
      'registered_at as registeredAt',
      'held_until as heldUntil',
      'settled_at as settledAt',
      'take_back_asked_at as takeBackAskedAt',
      'cleared_at as clearedAt',
    ])
    .where('company_id', '=', companyId)

export const lockNetworkReferral = async (work: Work, id: string): Promise<NetworkReferral | undefined> =>
  (await rows(work).where('id', '=', id).forUpdate().executeTakeFirst()) as NetworkReferral | undefined

export const networkReferral = async (work: Work, id: string): Promise<NetworkReferral | undefined> =>
  (await rows(work).where('id', '=', id).executeTakeFirst()) as NetworkReferral | undefined

/** Held or counted with a signal that nobody looked at yet: the operator's queue. */
const awaitsReview = sql<boolean>`state in ('HELD', 'COUNTED') and signals <> '{}' and cleared_at is null and take_back_asked_at is null`

export type ReferralFilter = {
  review?: boolean | undefined
  states?: readonly ReferralState[] | undefined
  employerId?: string | undefined
  before?: string | undefined
  limit: number
}

export async function listNetworkReferrals(
  work: Work,
  { states, employerId, review, before, limit }: ReferralFilter,
): Promise<NetworkReferral[]> {
  // A queue is worked off from its oldest end; everything else is read from the newest.
  let query = rows(work)
    .orderBy('id', review ? 'asc' : 'desc')
    .limit(limit)
  if (review) query = query.where(awaitsReview)
  if (states) query = query.where('state', 'in', states)
  if (employerId) query = query.where('employer_id', '=', employerId)
  if (before) query = query.where('id', review ? '>' : '<', before)
  return (await query.execute()) as NetworkReferral[]
}

/** How many referrals wait for a human's look, since when, and how many wait for their company to be verified. */
export async function waitingReferrals({ tx, companyId }: Work) {
  const { rows: found } = await sql<{ review: number; since: Date | null; unverified: number; employers: number }>`
    select count(*) filter (where ${awaitsReview})::integer as review,
      min(registered_at) filter (where ${awaitsReview}) as since,
      count(*) filter (where state = 'HELD' and reason = 'company-unverified')::integer as unverified,
      count(distinct employer_id) filter (where state = 'HELD' and reason = 'company-unverified')::integer as employers
    from relay_network_referral where company_id = ${companyId} and state in ('HELD', 'COUNTED')`.execute(tx)
  return found[0] ?? { review: 0, since: null, unverified: 0, employers: 0 }
}

export async function putCleared({ tx, companyId, now, actor }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_network_referral')
    .set({ cleared_at: now, cleared_by: `${actor.kind}:${actor.id}` })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Adds a signal to one that stands, and asks for a look at it again. */
export async function addNetworkSignal({ tx, companyId }: Work, id: string, signal: ReferralSignal): Promise<void> {
  await tx
    .updateTable('relay_network_referral')
    .set((e) => ({
      signals: sql<ReferralSignal[]>`${e.ref('signals')} || array[${signal}]`,
      cleared_at: null,
      cleared_by: null,
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', 'in', ['HELD', 'COUNTED'])
    .where(sql<boolean>`not signals @> array[${signal}]::text[]`)
    .execute()
}

export async function putTakeBackAsked({ tx, companyId, now, actor }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_network_referral')
    .set({ take_back_asked_at: now, take_back_by: `${actor.kind}:${actor.id}` })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Referrals of the network by state. */
export async function countNetworkReferrals({ tx, companyId }: Work): Promise<Partial<Record<ReferralState, number>>> {
  const counted = await tx
    .selectFrom('relay_network_referral')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('state')
    .execute()
  return Object.fromEntries(counted.map(({ state, count }) => [state, Number(count)]))
}

/** Members of the relay by state. */
export async function countNetworkMembers({ tx, companyId }: Work): Promise<Record<Member['state'], number>> {
  const counted = await tx
    .selectFrom('relay_network_member')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('state')
    .execute()
  return {
    ACTIVE: 0,
    WITHDRAWN: 0,
    ERASED: 0,
    ...Object.fromEntries(counted.map((row) => [row.state, Number(row.count)])),
  }
}

export type RegistrationDay = { day: string; registrations: number; refused: number }

/** Registrations by day of the given zone, oldest first. */
export async function registrationDays(
  { tx, companyId }: Work,
  { since, zone }: { since: Date; zone: string },
): Promise<RegistrationDay[]> {
  const { rows: days } = await sql<RegistrationDay>`
    select to_char(registered_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::integer as registrations,
      count(*) filter (where state in ('REFUSED', 'REVERSED'))::integer as refused
    from relay_network_referral where company_id = ${companyId} and registered_at >= ${since}
    group by 1 order by 1`.execute(tx)
  return days
}

export type Signals = {
  employerId: string
  registrations: number
  registrationsIn7Days: number
  mostInOneHour: number
  refused: number
  reversed: number
}

/** What stands out by company, the most registrations of the last seven days first. */
export async function referralSignals({ tx, companyId, now }: Work): Promise<Signals[]> {
  const week = new Date(now.getTime() - 7 * 86_400_000)
  const { rows: found } = await sql<Signals>`
    with hours as (
      select employer_id, date_trunc('hour', registered_at) as hour, count(*)::integer as registrations,
        count(*) filter (where registered_at >= ${week})::integer as lately,
        count(*) filter (where state = 'REFUSED')::integer as refused,
        count(*) filter (where state = 'REVERSED')::integer as reversed
      from relay_network_referral where company_id = ${companyId} group by 1, 2
    )
    select employer_id as "employerId", sum(registrations)::integer as registrations,
      sum(lately)::integer as "registrationsIn7Days", max(registrations) as "mostInOneHour",
      sum(refused)::integer as refused, sum(reversed)::integer as reversed
    from hours group by employer_id order by 3 desc, 2 desc, 1 limit 500`.execute(tx)
  return found
}

type ByDay = { employerId: string; day: string; count: number }

/** Referrals that came to count, by company and day (UTC); those taken back since are counted on the day their hold ended. */
export async function countedByDay({ tx, companyId }: Work): Promise<ByDay[]> {
  const { rows: found } = await sql<ByDay>`
    select employer_id as "employerId", to_char(
        case state when 'COUNTED' then settled_at else coalesce(held_until, registered_at) end at time zone 'UTC',
        'YYYY-MM-DD') as day, count(*)::integer as count
    from relay_network_referral
    where company_id = ${companyId} and state in ('COUNTED', 'REVERSED') and settled_at is not null
    group by 1, 2 order by 2`.execute(tx)
  return found
}

/** Counted referrals that were taken back, by company and day (UTC). */
export async function reversedByDay({ tx, companyId }: Work): Promise<ByDay[]> {
  const { rows: found } = await sql<ByDay>`
    select employer_id as "employerId", to_char(settled_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
    from relay_network_referral where company_id = ${companyId} and state = 'REVERSED' and settled_at is not null
    group by 1, 2 order by 2`.execute(tx)
  return found
}

/** How many referrals of each company counted, and how many were refused or taken back. */
export async function referralsByEmployer({
  tx,
  companyId,
}: Work): Promise<Map<string, { counted: number; refused: number }>> {
  const { rows: found } = await sql<{ employerId: string; counted: number; refused: number }>`
    select employer_id as "employerId", count(*) filter (where state = 'COUNTED')::integer as counted,
      count(*) filter (where state in ('REFUSED', 'REVERSED'))::integer as refused
    from relay_network_referral where company_id = ${companyId} group by 1`.execute(tx)
  return new Map(found.map(({ employerId, ...counts }) => [employerId, counts]))
}

/** Registrations and what counted, by calendar month in UTC. */
export async function referralMonths(
  { tx, companyId }: Work,
  since: Date,
): Promise<Map<string, { registrations: number; counted: number }>> {
  const registered = await sql<{ month: string; count: number }>`
    select to_char(registered_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as count
    from relay_network_referral where company_id = ${companyId} and registered_at >= ${since} group by 1`.execute(tx)
  const settled = await sql<{ month: string; count: number }>`
    select to_char(settled_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as count
    from relay_network_referral where company_id = ${companyId} and state = 'COUNTED' and settled_at >= ${since}
    group by 1`.execute(tx)
  const months = new Map(registered.rows.map(({ month, count }) => [month, { registrations: count, counted: 0 }]))
  for (const { month, count } of settled.rows)
    months.set(month, { registrations: months.get(month)?.registrations ?? 0, counted: count })
  return months
}
