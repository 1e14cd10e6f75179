import { queryTerms, searchKey } from '../../../../../engines/japanese/index.ts'
import type { Work } from '../../../../kernel/work.ts'
import { people, personsOf, type Profile } from '../../../people/index.ts'

const lookedThrough = ['name', 'nameKana', 'nameRomaji', 'email'] as const

/** Keeps of these rows those whose person's name or address holds every word: postings can meet by chance. */
export async function meant<Row extends { sourceRecordId: string }>(
  work: Work,
  text: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const terms = queryTerms(text)
  const persons = await personsOf(
    work,
    rows.map(({ sourceRecordId }) => sourceRecordId),
  )
  const profiles = new Map((await people(work, [...new Set(persons.values())])).map((one) => [one.personId, one]))
  return rows.filter(({ sourceRecordId }) => {
    const keys = keysOf(profiles.get(persons.get(sourceRecordId) ?? ''))
    return terms.every((term) => keys.some((key) => key.includes(term)))
  })
}

const keysOf = (profile: Profile | undefined): string[] =>
  lookedThrough.flatMap((field) => {
    const value = profile?.fields[field]?.value
    return typeof value === 'string' ? [searchKey(value)] : []
  })

type Sought<Row, After> = {
  text: string | undefined
  limit: number
  after: After | undefined
  read: (place: { after: After | undefined; limit: number }) => Promise<Row[]>
  placeOf: (row: Row) => After
}

/** One page of a list, of those whom the search means where there is one; `next` is where the page after it begins. */
export async function soughtPage<Row extends { sourceRecordId: string }, After>(
  work: Work,
  { text, limit, after, read, placeOf }: Sought<Row, After>,
): Promise<{ page: Row[]; next: After | null }> {
  const rows: Row[] = []
  let place = after
  for (let size = limit + 1; ; size = Math.min(size * 4, 2_000)) {
    const batch = await read({ after: place, limit: size })
    rows.push(...(text === undefined ? batch : await meant(work, text, batch)))
    const last = batch.at(-1)
    if (rows.length > limit || batch.length < size || !last) break
    place = placeOf(last)
  }
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last ? placeOf(last) : null }
}
