import { sql } from 'kysely'
import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { Work } from '../../../kernel/work.ts'

/** Every function here runs in the operator's realm. */
export type Assessed = { placeKey: string; subjectKey: string; isAbove: boolean; isShown: boolean }

/** Keeps the first list in which somebody stood for an opening; who is shown later has been shown. */
export async function putAssessed(
  work: Work,
  { day: first_on, all }: { day: string; all: readonly Assessed[] },
): Promise<void> {
  await insertRows(
    work,
    {
      table: 'matching_assessed',
      columns: {
        place_key: 'text',
        subject_key: 'text',
        first_on: 'date',
        is_above: 'boolean',
        is_shown: 'boolean',
      },
      onConflict: sql`on conflict (company_id, place_key, subject_key)
        do update set is_shown = matching_assessed.is_shown or excluded.is_shown,
          is_above = coalesce(matching_assessed.is_above, excluded.is_above)
        where matching_assessed.is_above is null or (excluded.is_shown and not matching_assessed.is_shown)`,
    },
    all.map(({ placeKey, subjectKey, isAbove, isShown }) => ({
      place_key: placeKey,
      subject_key: subjectKey,
      first_on,
      is_above: isAbove,
      is_shown: isShown,
    })),
  )
}

type Asked = { day: string; placeKey: string; subjectKey: string; introductionKey: string }

/** The person was asked for an introduction for this opening, be it before the list they were chosen from is put down. */
export async function markAsked(
  { tx, companyId }: Work,
  { day, placeKey, subjectKey, introductionKey }: Asked,
): Promise<void> {
  await tx
    .insertInto('matching_assessed')
    .values({
      company_id: companyId,
      place_key: placeKey,
      subject_key: subjectKey,
      first_on: day,
      is_above: null,
      is_shown: true,
      introduction_key: introductionKey,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'place_key', 'subject_key']).doUpdateSet((e) => ({
        introduction_key: e.ref('excluded.introduction_key'),
        is_shown: e.ref('excluded.is_shown'),
      })),
    )
    .execute()
}

/** What became of one person over all openings for which they were first ranked in a period. */
export type PersonAssessed = {
  subjectKey: string
  assessed: number
  above: number
  shown: number
  introductionKeys: string[]
}

/** Both days included. */
export async function assessedBetween(
  { tx, companyId }: Work,
  { from, until }: { from: string; until: string },
): Promise<PersonAssessed[]> {
  const { rows } = await sql<PersonAssessed>`
    select subject_key as "subjectKey", count(*)::integer as assessed,
      (count(*) filter (where is_above))::integer as above, (count(*) filter (where is_shown))::integer as shown,
      array_remove(array_agg(introduction_key), null) as "introductionKeys"
    from matching_assessed
    where company_id = ${companyId} and first_on >= ${from}::date and first_on <= ${until}::date
      and is_above is not null
    group by subject_key`.execute(tx)
  return rows
}

/** `isUnranked`: those alone who were asked for and of whom no list was put down. */
export async function forgetAssessed(
  { tx, companyId }: Work,
  { subjectKey, before, isUnranked = false }: { subjectKey?: string; before?: string; isUnranked?: boolean },
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('matching_assessed')
    .where('company_id', '=', companyId)
    .$if(subjectKey !== undefined, (query) => query.where('subject_key', '=', subjectKey!))
    .$if(isUnranked, (query) => query.where('is_above', 'is', null))
    .$if(before !== undefined, (query) => query.where('first_on', '<', before!))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
