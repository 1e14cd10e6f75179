import { classKey, leastStrangers, release, type Published } from '../release/release.ts'
import type { Indexed } from './store-network.ts'

/** Who joined is shown after this even where too few joined with them (`npm run bench -- joins` prints how often that is). */
export const longestWaitDays = 30

export const overdueSince = (now: Date): Date => new Date(now.getTime() - longestWaitDays * 86_400_000)

type Joining = Pick<Indexed, 'id' | 'published' | 'notTo' | 'waitsSince'>
export type Together = { shown: { row: Indexed; published: Published | null }[]; held: Indexed[] }

/**
 * What a release shows of everybody, and who waits for the next one: whoever was not shown yet appears only where no company
 * would see fewer than five new people. So a company that learns whose person joined cannot find them with the help of
 * another one that compares its lists.
 */
export async function releaseTogether(network: readonly Indexed[], now: Date): Promise<Together> {
  const overdue = overdueSince(now)
  const mayWait = ({ published, waitsSince }: Joining) => !published && waitsSince !== null && waitsSince > overdue
  const held = new Set<Indexed>()
  for (let pass = 1; ; pass += 1) {
    const rows = network.filter((row) => !held.has(row))
    const published = await release(rows.map(({ facts }) => facts))
    const few = tooFewToShow(rows, published).filter(mayWait)
    if (few.length === 0)
      return { shown: rows.map((row, at) => ({ row, published: published[at] ?? null })), held: [...held] }
    // Without them others stand in other classes, and may appear: after the second time nobody does who may wait.
    for (const row of pass < 2 ? few : rows.filter(mayWait)) held.add(row)
  }
}

/**
 * Who would appear although some company sees fewer than five appear. A company sees those whom it does not know by name, in
 * classes of which five at least are strangers to it; one that knows nobody sees all.
 */
export function tooFewToShow<Row extends Joining>(rows: readonly Row[], next: readonly (Published | null)[]): Row[] {
  const all = rows.flatMap((row, at) => {
    const published = next[at]
    return published ? [{ row, of: classKey(published), isNew: !row.published }] : []
  })
  let classes = [...Map.groupBy(all, ({ of }) => of).values()].map((people) => seenIn(people))
  const few: Row[] = []
  for (;;) {
    const seers = seenBy(classes)
    const [company] = [...seers].find(([, seen]) => seen > 0 && seen < leastStrangers) ?? []
    if (company === undefined) return few
    classes = classes.map((one) => {
      if (isHidden(one, company)) return one
      const alone = one.people.filter(({ row, isNew }) => isNew && !row.notTo.includes(company))
      few.push(...alone.map(({ row }) => row))
      return seenIn(one.people.map((person) => (alone.includes(person) ? { ...person, isNew: false } : person)))
    })
  }
}

type Person<Row> = { row: Row; isNew: boolean }
type Seen<Row> = {
  people: readonly Person<Row>[]
  appearing: number
  /** How many of the class a company knows, and how many of those appear. */
  known: Map<string, { all: number; appearing: number }>
}

/** Who knows nobody in the network: stands for every company that no row names. */
const anyone = ''

function seenIn<Row extends Joining>(people: readonly Person<Row>[]): Seen<Row> {
  const known: Seen<Row>['known'] = new Map()
  for (const { row, isNew } of people)
    for (const company of row.notTo) {
      const before = known.get(company) ?? { all: 0, appearing: 0 }
      known.set(company, { all: before.all + 1, appearing: before.appearing + (isNew ? 1 : 0) })
    }
  return { people, appearing: people.filter(({ isNew }) => isNew).length, known }
}

const isHidden = ({ people, known }: Pick<Seen<unknown>, 'people' | 'known'>, company: string): boolean =>
  people.length - (known.get(company)?.all ?? 0) < leastStrangers

/** How many each company would see appear: in steps of what companies know, not of all people for each of them. */
function seenBy(classes: readonly Seen<unknown>[]): Map<string, number> {
  const total = classes.reduce((sum, one) => sum + (isHidden(one, anyone) ? 0 : one.appearing), 0)
  const seen = new Map([[anyone, total]])
  for (const one of classes.filter((shown) => !isHidden(shown, anyone)))
    for (const [company, { appearing }] of one.known) {
      const unseen = isHidden(one, company) ? one.appearing : appearing
      seen.set(company, (seen.get(company) ?? total) - unseen)
    }
  return seen
}
