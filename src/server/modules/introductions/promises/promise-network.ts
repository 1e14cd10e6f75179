import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { networkK } from '../../matching/index.ts'
import { promiseFound, type PromiseStands } from '../announcements.ts'
import { introductionNotFound, promiseNotObjected, promiseSettled } from '../errors.ts'
import type { EmployerRecord } from '../answering/store-asks.ts'
import * as store from './store-network-promises.ts'

const dayMs = 86_400_000
/** What lies longer back says little of how a company keeps its word today. */
const countedDays = 730

type Stands = { realmId: string; version: number; payload: PromiseStands }

const at = (text: string | null) => (text === null ? null : new Date(text))

/** Keeps how a promise stands in the operator's realm; nothing where nobody runs a network. */
export async function mirrorPromise(installation: Installation, { realmId, version, payload }: Stands): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  const { promiseId: id, dueAt, settledAt, objectedAt, ...told } = payload
  const times = { dueAt: new Date(dueAt), settledAt: at(settledAt), objectedAt: at(objectedAt) }
  await inCompany(installation, { companyId, actor: systemActor('introductions.promises') }, (work) =>
    store.putPromise(work, { ...told, ...times, id, employerId: realmId, version }),
  )
}

/**
 * In the operator's realm: whether a promise that a person objects to was kept. The same again changes nothing. Refused
 * without an objection (`introductions.promise-not-objected`), and once it was decided otherwise.
 */
export async function decidePromise(
  work: Work,
  { id, found }: { id: string; found: 'KEPT' | 'BROKEN' },
): Promise<store.CountedPromise> {
  const one = await store.lockCounted(work, id)
  if (!one) throw introductionNotFound()
  if (one.found === found) return one
  if (one.found) throw promiseSettled({ state: one.found })
  if (one.objectedAt === null) throw promiseNotObjected({})
  await store.putFinding(work, { id, found })
  await record(work, {
    action: 'network.promise-decided',
    subject: { kind: 'introduction', id: one.introductionId },
    detail: { employerId: one.employerId, kind: one.kind, found },
  })
  await work.announce(promiseFound, {
    subjectId: id,
    version: 1,
    payload: { promiseId: id, employerId: one.employerId, found },
  })
  return { ...one, found, foundAt: work.now, state: found, settledBy: 'OPERATOR', settledAt: work.now }
}

/** In the operator's realm: how companies kept what they promised in the last two years. */
export const promiseCounts = (work: Work, employerId?: string): Promise<Map<string, store.PromiseCounts>> =>
  store.countPromises(work, new Date(work.now.getTime() - countedDays * dayMs), employerId)

/** In the operator's realm: what the next person is told of a company; nothing where it is about too few. */
export async function employerRecord(work: Work, employerId: string): Promise<EmployerRecord | null> {
  const found = (await promiseCounts(work, employerId)).get(employerId)
  if (!found || found.introductions < networkK) return null
  return { kept: found.kept, broken: found.broken, introductions: found.introductions }
}
