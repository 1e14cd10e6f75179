import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { prepared } from '../../../kernel/database/prepared.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Merged } from './merge.ts'
import { profileColumns } from '../store-bulk.ts'
import { profileRow, type Profile } from '../profile/store-profile.ts'

type Merging = {
  merges: readonly (Merged & { reason: string })[]
  /** Who stands for each person merged away. */
  moves: readonly { from: string; to: string }[]
  /** What is shown of those who stand, and by which words they are found. */
  shown: readonly { profile: Profile; tokens: readonly string[] }[]
}

/** So many merges are written by a statement that is planned once; of more, the plan depends on their number. */
const mostPrepared = 10

/** The merges and where each record went; `gone` are the persons who are stood for from now on, those before them included. */
const moving = ({ companyId, actor, now }: Work, { merges }: Merging) => {
  const by = `${actor.kind}:${actor.id}`
  const records = merges.flatMap(({ sourceRecordIds, ...merge }) =>
    sourceRecordIds.map((recordId) => ({ ...merge, id: newId(), recordId })),
  )
  return sql`merged as (
      insert into people_merge (company_id, id, survivor_id, dissolved_id, reason, actor, merged_at)
      select ${companyId}::uuid, "mergeId", "survivorId", "dissolvedId", reason, ${by}::text, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(merges)}::jsonb)
        as given ("mergeId" uuid, "survivorId" uuid, "dissolvedId" uuid, reason text)
    ), told as (
      insert into people_link_event
        (company_id, id, source_record_id, from_person_id, to_person_id, merge_id, reason, actor, recorded_at)
      select ${companyId}::uuid, id, "recordId", "dissolvedId", "survivorId", "mergeId", reason, ${by}::text, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given
        (id uuid, "recordId" uuid, "dissolvedId" uuid, "survivorId" uuid, "mergeId" uuid, reason text)
    ), moved as (
      update people_link l set person_id = moves.root from moves where l.company_id = ${companyId} and l.person_id = moves.old
    ), followed as (
      update people_person p set forwarded_to = moves.root from moves
      where p.company_id = ${companyId} and p.forwarded_to = moves.old
    ), gone as (
      update people_person p set state = 'MERGED', forwarded_to = moves.root, version = p.version + 1 from moves
      where p.company_id = ${companyId} and p.id = moves.old returning p.id, p.version
    )`
}

/** The profiles and postings: none of those who are gone, and of those who stand exactly what is given. */
const showing = ({ companyId }: Work, { shown }: Merging) => {
  const names = Object.keys(profileColumns) as (keyof typeof profileColumns)[]
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const typed = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(profileColumns[name])}`))
  const replaced = sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
  const rows = shown.map(({ profile }) => profileRow(profile))
  return sql`hidden as (
      delete from people_profile p using moves where p.company_id = ${companyId} and p.person_id = moves.old
    ), showed as (
      insert into people_profile (company_id, ${columns})
      select ${companyId}::uuid, ${columns} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${typed})
      on conflict (company_id, person_id) do update set ${replaced}
    ), unlisted as (
      delete from people_search s using moves where s.company_id = ${companyId} and s.person_id = moves.old
    ), held as materialized (
      select s.token, s.person_id from (select distinct root from moves) as given
      cross join lateral (
        select * from people_search one where one.company_id = ${companyId} and one.person_id = given.root offset 0
      ) as s
    ), forgotten as (
      delete from people_search s using (select token, person_id from held except select token, person_id from wanted) as old
      where s.company_id = ${companyId} and s.person_id = old.person_id and s.token = old.token
    ), listed as (
      -- In the order of the key: neighbouring entries meet on the same page.
      insert into people_search (company_id, token, person_id)
      select ${companyId}::uuid, token, person_id from (
        select token, person_id from wanted except select token, person_id from held
      ) as added
      order by token, person_id
    )`
}

/**
 * Writes merges whose outcome is known, in one statement: the merges and where each record went, who stands for whom (also
 * for those forwarded before), and the profiles and postings of those who stand. Says the version of everybody it changed.
 */
export async function writeMerging(work: Work, merging: Merging): Promise<Map<string, number>> {
  const { merges, moves, shown } = merging
  const postings = shown.flatMap(({ profile, tokens }) =>
    tokens.map((token) => ({ token, personId: profile.personId })),
  )
  const survivorIds = shown.map(({ profile }) => profile.personId)
  const { rows } = await sql<{ id: string; version: number }>`${merges.length <= mostPrepared ? prepared : sql``}
    with moves as materialized (
      select * from unnest((select ${moves.map(({ from }) => from)}::uuid[]), (select ${moves.map(({ to }) => to)}::uuid[]))
        as given (old, root)
    ), wanted as materialized (
      select * from unnest(
        (select ${postings.map(({ token }) => token)}::text[]), (select ${postings.map(({ personId }) => personId)}::uuid[])
      ) as given (token, person_id)
    ), ${moving(work, merging)}, ${showing(work, merging)}, stood as (
      update people_person p set version = p.version + 1
      where p.company_id = ${work.companyId} and p.id = any ((select ${survivorIds}::uuid[])::uuid[])
      returning p.id, p.version
    )
    select id, version from gone union all select id, version from stood`.execute(work.tx)
  return new Map(rows.map(({ id, version }) => [id, version]))
}
