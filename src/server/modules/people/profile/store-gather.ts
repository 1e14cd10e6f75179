import { sql } from 'kysely'
import { inOneGo } from '../../../kernel/database/in-one-go.ts'
import { prepared } from '../../../kernel/database/prepared.ts'
import type { Work } from '../../../kernel/work.ts'
import type { PersonRow } from '../store-persons.ts'
import type { Profile } from './store-profile.ts'
import type { FieldClaim } from '../store-records.ts'

/** Behind a `select` the planner does not see how many ids there are: one plan serves every list. */
const anyOf = (ids: readonly string[]) => sql<string>`any ((select ${ids as string[]}::uuid[])::uuid[])`

/** The persons' rows, locked until the Work ends, in the order of their ids so that two Works cannot deadlock. */
export async function lockPersons(
  { tx, companyId }: Pick<Work, 'tx' | 'companyId'>,
  ids: readonly string[],
): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonRow>`${prepared}select id, state, forwarded_to as "forwardedTo", version,
      recorded_at as "recordedAt"
    from people_person where company_id = ${companyId} and id = any ((select ${ids as string[]}::uuid[])::uuid[])
    order by id for update`.execute(tx)
  return rows
}

export type OwnRecord = { id: string; personId: string; observedAt: Date }
export type PersonRead = {
  profile: Profile
  /** Oldest observation first. */
  records: OwnRecord[]
  claims: FieldClaim[]
}

type Dated<C> = Omit<C, 'observedAt' | 'recordedAt'> & { observedAt: string; recordedAt: string }
type RecordRead = {
  id: string
  observedAt: string
  claims: Dated<FieldClaim>[] | null
}
type Row = {
  personId: string
  fields: Profile['fields']
  recordCount: number
  observedAt: Date
  changedAt: Date
  records: RecordRead[] | null
}

/** So many persons are read in a statement that is planned once; of more, the plan depends on their number. */
const mostPrepared = 40

/** Those of these persons who are shown, with their records; the claims only of those `claimed`. */
export async function readPersons(
  { tx, companyId }: Pick<Work, 'tx' | 'companyId'>,
  { ids, claimed }: { ids: readonly string[]; claimed: readonly string[] },
): Promise<PersonRead[]> {
  if (ids.length === 0) return []
  // Person by person and record by record: a plan for all of them at once reads whole tables that were only just filled.
  const { rows } = await sql<Row>`${ids.length <= mostPrepared ? prepared : sql``}
    select given.id as "personId", p.fields, p.record_count as "recordCount", p.observed_at as "observedAt",
      p.changed_at as "changedAt", own.records
    from unnest((select ${ids as string[]}::uuid[])) as given (id)
    cross join lateral (
      select * from people_profile one where one.company_id = ${companyId} and one.person_id = given.id offset 0
    ) as p
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', r.id, 'observedAt', r.observed_at, 'claims', c.claims)
        order by r.observed_at, r.id) as records
      from people_link l
      cross join lateral (
        select * from people_source_record one where one.company_id = ${companyId} and one.id = l.source_record_id offset 0
      ) as r
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', one.id, 'sourceRecordId', r.id, 'field', one.field, 'value', one.value,
          'observedAt', one.observed_at, 'recordedAt', one.recorded_at, 'confidence', one.confidence,
          'withdraws', one.withdraws, 'kind', r.kind, 'label', r.label)) as claims
        from people_claim one
        where given.id = ${anyOf(claimed)} and one.company_id = ${companyId} and one.source_record_id = r.id
      ) as c on true
      where l.company_id = ${companyId} and l.person_id = given.id
    ) as own`.execute(tx)
  return rows.map(({ records, ...profile }) => ({
    profile,
    records: (records ?? []).map(({ id, observedAt }) => ({
      id,
      personId: profile.personId,
      observedAt: new Date(observedAt),
    })),
    claims: (records ?? []).flatMap(({ claims }) => (claims ?? []).map(dated)),
  }))
}

/** Locks those who may be joined and reads them with those they are only compared with, as they stand once locked. */
export async function lockAndRead(
  work: Work,
  { joinable, beside }: { joinable: readonly string[]; beside: readonly string[] },
): Promise<{ rows: PersonRow[]; read: PersonRead[] }> {
  const [rows, read] = await inOneGo(work, (tx) => {
    const both = { ...work, tx }
    return Promise.all([
      lockPersons(both, joinable),
      readPersons(both, { ids: [...joinable, ...beside], claimed: joinable }),
    ])
  })
  return { rows, read }
}

const dated = ({ observedAt, recordedAt, ...claim }: Dated<FieldClaim>): FieldClaim => ({
  ...claim,
  observedAt: new Date(observedAt),
  recordedAt: new Date(recordedAt),
})
