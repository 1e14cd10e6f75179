import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { contributions } from '../contributions.ts'
import { gather, heldAs, joinHeld, merge, unmerge, writeMerges, type Merge } from '../index.ts'
import { aPerson, type TestPerson } from '../testing.ts'

/** Everything that a merge writes, without the ids and counts that differ from one time to the next. */
async function standing({ tx, companyId }: Work) {
  const of = async (
    table: 'people_person' | 'people_link' | 'people_link_event' | 'people_merge' | 'people_search',
  ) => {
    const rows = await tx.selectFrom(table).selectAll().where('company_id', '=', companyId).execute()
    const isEvent = table === 'people_link_event'
    return rows
      .map((row) =>
        JSON.stringify({ ...row, version: null, merged_at: null, recorded_at: null, ...(isEvent && { id: null }) }),
      )
      .toSorted()
  }
  const profiles = await tx.selectFrom('people_profile').selectAll().where('company_id', '=', companyId).execute()
  return {
    persons: await of('people_person'),
    links: await of('people_link'),
    events: await of('people_link_event'),
    merges: await of('people_merge'),
    postings: await of('people_search'),
    profiles: new Map(profiles.map((profile) => [profile.person_id, { ...profile, changed_at: null }])),
  }
}

/** What `run` leaves, which is then taken back. */
async function tried(company: TestCompany, run: (work: Work) => Promise<void>) {
  let left: Awaited<ReturnType<typeof standing>> | undefined
  const undo = new Error('taken back')
  await company
    .work(async (work) => {
      await run(work)
      expect(await contributions.verify!(work)).toEqual([])
      left = await standing(work)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return left!
}

async function together(work: Work, made: readonly TestPerson[], merges: readonly Merge[]) {
  const gathered = await gather(work, { joinable: made.map(({ personId }) => personId), beside: [] })
  for (const one of merges) joinHeld(gathered, one)
  await writeMerges(work, gathered)
  return gathered
}

test('merges written together leave what they leave one after the other', async () => {
  const company = await aCompany()
  const made: TestPerson[] = []
  for (let at = 0; at < 8; at += 1) {
    const said = { title: `職種${at}`, city: `${at % 3}市`, ...(at % 2 === 0 && { phone: `090-1234-567${at}` }) }
    // Observed in another order than made, by sources of different strength.
    const observedAt = new Date(Date.UTC(2026, 0, 1 + ((at * 5) % 8)))
    made.push(await aPerson(company, { ...said, observedAt, kind: at % 3 === 0 ? 'IMPORT' : 'FORM' }))
  }
  const [a, b] = [made[0]!.personId, made[1]!.personId]
  await company.work((work) => merge(work, { id: newId(), survivor: a, dissolved: b, reason: 'BEFORE' }))
  const pair = fc.tuple(fc.nat(7), fc.nat(7))
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 9 }), async (pairs) => {
      const above = made.map((_, at) => (at < 2 ? 0 : at))
      const merges = pairs.flatMap(([one, other]): Merge[] => {
        const [from, to] = [above[one]!, above[other]!]
        if (from === to) return []
        for (const [at, root] of above.entries()) if (root === from) above[at] = to
        return [{ id: newId(), survivor: made[one]!.personId, dissolved: made[other]!.personId, reason: 'SAME_MAIL' }]
      })
      const apart = await tried(company, async (work) => {
        for (const one of merges) await merge(work, one)
      })
      const atOnce = await tried(company, async (work) => void (await together(work, made, merges)))
      expect(atOnce).toEqual(apart)
    }),
    { numRuns: 15 },
  )
})

test('a merge written with others is undone like any other', async () => {
  const company = await aCompany()
  const made = [await aPerson(company), await aPerson(company), await aPerson(company)]
  const [a, b, c] = made.map(({ personId }) => personId) as [string, string, string]
  const [first, second] = [newId(), newId()]
  const gathered = await company.work((work) =>
    together(work, made, [
      { id: first, survivor: b, dissolved: c, reason: 'SAME_MAIL' },
      { id: second, survivor: a, dissolved: b, reason: 'SAME_MAIL' },
    ]),
  )
  expect(heldAs(gathered, c)?.id).toBe(a)
  const undone = await company.work((work) => unmerge(work, { mergeId: second }))
  expect(undone.sourceRecordIds).toEqual([made[1]!.sourceRecordId, made[2]!.sourceRecordId].toSorted())
})
