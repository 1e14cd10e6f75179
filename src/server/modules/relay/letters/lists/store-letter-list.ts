import { sql } from 'kysely'
import type { Work } from '../../../../kernel/work.ts'
import { mayBeMeant } from './store-search.ts'
import { fromRow, letters, type Letter, type StoredState } from '../store-letters.ts'

export type Place = { at: Date; id: string }
export type LetterFilter = {
  states?: readonly StoredState[] | undefined
  kind?: Letter['kind'] | undefined
  applicationId?: string | undefined
  preflightId?: string | undefined
  /** When it leaves or left, from one moment until before another. */
  dueFrom?: Date | undefined
  dueUntil?: Date | undefined
  text?: string | undefined
  /** NEWEST: the last scheduled first. DUE: what leaves first at the top. */
  sort?: 'NEWEST' | 'DUE' | undefined
  after?: Place | undefined
  limit: number
}

/** A page of letters; those found by a text are still to be re-checked. */
export async function listLetters(work: Work, filter: LetterFilter): Promise<Letter[]> {
  const { after, sort = 'NEWEST' } = filter
  let select = letters(work)
  if (filter.states) select = select.where('state', 'in', [...filter.states])
  if (filter.kind) select = select.where('kind', '=', filter.kind)
  if (filter.applicationId) select = select.where('application_id', '=', filter.applicationId)
  if (filter.preflightId) select = select.where('preflight_id', '=', filter.preflightId)
  if (filter.dueFrom) select = select.where('due_at', '>=', filter.dueFrom)
  if (filter.dueUntil) select = select.where('due_at', '<', filter.dueUntil)
  if (filter.text) select = select.where(mayBeMeant(work, filter.text, sql`source_record_id`))
  if (sort === 'DUE') {
    if (after) select = select.where((e) => e(e.refTuple('due_at', 'id'), '>', e.tuple(after.at, after.id)))
    select = select.orderBy('due_at').orderBy('id')
  } else {
    if (after) select = select.where('id', '<', after.id)
    select = select.orderBy('id', 'desc')
  }
  return (await select.limit(filter.limit).execute()).map(fromRow)
}
