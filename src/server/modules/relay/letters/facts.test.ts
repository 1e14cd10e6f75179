import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { eraseSubject, openRequest } from '../../consent/index.ts'
import { suppress } from '../../messages/index.ts'
import { merge } from '../../people/index.ts'
import { anApplication } from '../../selection/testing.ts'
import { judge } from '../preflights/preflight-runs.ts'
import { recordTold } from './told.ts'
import { aLetterCompany, aRejected, type LetterCompany } from '../testing.ts'

const hour = new Date('2027-06-02T01:00:00Z')

/** One application for each thing that can be found out about it, with what a campaign says of it. */
async function everyKind({ company }: LetterCompany): Promise<Map<string, string | null>> {
  const { work } = company
  const said = new Map<string, string | null>()
  const one = async (reason: string | null, made: Parameters<typeof aRejected>[1] = {}) => {
    const rejected = await aRejected(company, made)
    said.set(rejected.applicationId, reason)
    return rejected
  }
  const past = { live: false, course: [{ kind: 'REJECT' as const, live: false, occurredAt: new Date('2025-03-01') }] }
  await one(null, { course: past })
  await one('AGENCY', { course: { ...past, channel: 'AGENCY' } })
  await one('NO_ADDRESS', { email: null, course: past })
  await one('WITHDRAWN', { course: { course: [{ kind: 'WITHDRAW' }] } })
  await one('NOT_ENDED', { course: { course: [] } })
  const told = await one('ALREADY_TOLD', { course: past })
  // Heard of only when its announcement has arrived.
  await company.installation.settle(company.companyId)
  await work((opened) => recordTold(opened, { applicationId: told.applicationId, how: 'PHONE', at: hour }))
  // Two persons share an address, each written in another way.
  const mails = ['Shared@Person.example', 'shared@person.example']
  for (const email of mails) await one('COMPLAINED', { email, course: past })
  await work((opened) => suppress(opened, { address: mails[1] ?? '', reason: 'UNSUBSCRIBE' }))
  await work((opened) => suppress(opened, { address: mails[0] ?? '', reason: 'COMPLAINT' }))
  const again = await one('IN_PROCESS_ELSEWHERE', { course: past })
  await anApplication(company, { sourceRecordId: again.sourceRecordId })
  const erased = await one('ERASED', { course: past })
  await work((opened) =>
    eraseSubject(opened, { id: newId(), personId: erased.personId, sourceRecordIds: [erased.sourceRecordId] }),
  )
  // Somebody asked under an id that was merged into another later.
  const [survivor, dissolved] = [
    await one('STOP_REQUESTED', { course: past }),
    await one('STOP_REQUESTED', { course: past }),
  ]
  await work((opened) =>
    openRequest(opened, { id: newId(), kind: 'STOP', via: 'PHONE', personId: dissolved.personId, said: '' }),
  )
  await work((opened) =>
    merge(opened, { id: newId(), survivor: survivor.personId, dissolved: dissolved.personId, reason: 'STAFF' }),
  )
  said.set(newId(), 'NOT_JUDGED')
  await company.installation.settle(company.companyId)
  await one('ALREADY_SCHEDULED')
  await company.installation.settle(company.companyId)
  return said
}

describe('what a pre-flight says of many', () => {
  test('is for each what it says of one alone, in whatever company and order they stand', async () => {
    const { company, ...rest } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    const said = await everyKind({ company, ...rest })
    const ids = [...said.keys()]
    const judged = (some: readonly string[]) => company.work((work) => judge(work, some, 'CAMPAIGN'))
    const expected = (some: readonly string[]) =>
      some.map((applicationId) => ({ applicationId, reason: said.get(applicationId) ?? null }))
    for (const id of ids) expect(await judged([id])).toEqual(expected([id]))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ids), async (some) => {
        expect(await judged(some)).toEqual(expected(some))
      }),
      { numRuns: 20 },
    )
  })
})
