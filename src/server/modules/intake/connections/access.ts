import { seal } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { accessWorks } from '../announcements.ts'
import { reach, type Reached } from './calls.ts'
import { connectionOf } from './connections.ts'
import { findConnector } from '../connectors/index.ts'
import { isLasting, type AccessProblem, type RemoteField } from '../connectors/kit/fields.ts'
import { accessMissing, notCallable } from '../errors.ts'
import { sealKey, sealPlace } from './sealing.ts'
import * as store from './store-access.ts'

export type NewAccess = { connectionId: string; clientId: string; secret: string; userId: string | null }

/** Keeps the credentials by which the connection's system is called, and has them checked. */
export async function giveAccess(work: Work, { connectionId, clientId, secret, userId }: NewAccess): Promise<void> {
  const { connector } = await connectionOf(work, connectionId)
  if (!findConnector(connector)?.fields) throw notCallable({})
  const secretSealed = seal(sealKey(work), secret, sealPlace(work, connectionId, 'access'))
  await store.putAccess(work, { connectionId, connector, clientId, secretSealed, userId })
  await record(work, { action: 'intake.access-given', subject: { kind: 'connection', id: connectionId } })
  work.installation.wake()
}

/** Has the credentials and the list of fields looked at again, and lets what was stopped go on if all is well. */
export async function recheckAccess(work: Work, connectionId: string): Promise<void> {
  const found = await accessOf(work, connectionId)
  const change = { state: 'READY' as const, dueAt: work.now, restingUntil: null, token: null }
  // What is being looked at meanwhile began before whatever was mended, and says nothing of it.
  if (await store.changeAccess(work, found, change)) await store.countAccess(work, connectionId)
  work.installation.wake()
}

/** Forgets the credentials: nothing is read or written there any more. */
export async function takeAccessBack(work: Work, connectionId: string): Promise<void> {
  await connectionOf(work, connectionId)
  if (await store.dropAccess(work, connectionId))
    await record(work, { action: 'intake.access-taken', subject: { kind: 'connection', id: connectionId } })
}

export const access = (work: Work, connectionId: string): Promise<store.Access | undefined> =>
  store.findAccess(work, connectionId)

export async function accessOf(work: Work, connectionId: string): Promise<store.Access> {
  const found = await store.findAccess(work, connectionId)
  if (!found) throw accessMissing({})
  return found
}

const actor = systemActor('intake.access')
const passingTries = 8
export const accessChecks: IntentTable = { table: 'intake_access', realm: 'company', run: check, attempts: 20 }

/** Asks for the fields with the credentials as they are, and keeps what came of it, unless they are others meanwhile. */
async function check(installation: Installation, { realmId: companyId, id, attempts }: Claimed): Promise<void> {
  const seen = await reach(installation, { companyId, connectionId: id }, async (calls, site, token) => {
    const fields = await calls.listFields(site, token)
    // Nobody has this number: it is only seen whether candidates may be read.
    const reading = fields.ok ? await calls.readFields(site, token, '1') : fields
    return fields.ok && !reading.ok ? reading : fields
  })
  await inCompany(installation, { companyId, actor }, (work) => settle(work, { id, attempts }, seen))
}

async function settle(
  work: Work,
  { id, attempts }: Pick<Claimed, 'id' | 'attempts'>,
  seen: Reached<RemoteField[]>,
): Promise<void> {
  if (seen.outcome === 'NO_ACCESS') return
  const asked = { connectionId: id, version: seen.version }
  if (seen.outcome === 'REACHED') {
    const change = { state: 'DONE' as const, fields: seen.value, problem: null, checkedAt: work.now }
    if (await store.changeAccess(work, asked, change)) await tell(work, id)
    return
  }
  const problem = seen.outcome === 'FAILED' ? seen.problem : 'BUSY'
  const isOver = isLasting(problem) || attempts >= passingTries
  if (isOver) {
    await store.changeAccess(work, asked, { state: 'DONE', problem, checkedAt: work.now })
    return
  }
  const restMs = seen.outcome === 'FAILED' ? seen.restMs : seen.until.getTime() - work.now.getTime()
  const waitMs = Math.max(restMs, 5_000 * attempts ** 2)
  await store.putCheckOff(work, asked, { until: new Date(work.now.getTime() + waitMs), problem })
}

async function tell(work: Work, connectionId: string): Promise<void> {
  const version = await store.countAccess(work, connectionId)
  await work.announce(accessWorks, { subjectId: connectionId, version, payload: { connectionId } })
}

/** What bringing a field of a candidate to say something came to. */
export type Brought =
  | { outcome: 'SAYS'; isProven: boolean }
  /** The candidate was deleted or merged there. */
  | { outcome: 'GONE' }
  /** It says what somebody else wrote there, and goes on saying it. */
  | { outcome: 'TAKEN' }
  /** Not its turn: nothing was tried. */
  | { outcome: 'WAIT'; until: Date }
  | { outcome: 'FAILED'; problem: AccessProblem; isLasting: boolean; restMs: number }
  | { outcome: 'NO_ACCESS' }

type Bring = {
  companyId: string
  connectionId: string
  remoteId: string
  key: string
  value: string | null
  /** Whether what stands there was written from here: anything else is nobody's to replace. */
  isOurs: (standing: string) => boolean
  /** Whether a write was seen to leave the candidate's other fields alone; until one was, each is looked at. */
  isProven: boolean
}

/**
 * Has the field of a candidate say `value`, or nothing for null. What it says already is not written again, so that
 * repeating it changes nothing; what stands there and is not ours stays. Nothing else about the candidate may change: where a write is seen to take other
 * fields with it, the access is stopped (`OTHERS_LOST`) until a human has looked.
 */
export async function bringField(installation: Installation, bring: Bring): Promise<Brought> {
  const { companyId, connectionId, remoteId, key, value } = bring
  const where = { companyId, connectionId }
  const stopped = await inCompany(installation, { companyId, actor }, async (work) => {
    const problem = (await store.findAccess(work, connectionId))?.problem
    return problem && isLasting(problem) ? (problem as AccessProblem) : null
  })
  if (stopped) return { outcome: 'FAILED', problem: stopped, isLasting: true, restMs: 0 }
  const reached = await reach<Standing>(installation, where, async (calls, site, token) => {
    const before = await calls.readFields(site, token, remoteId)
    if (!before.ok) return before
    if (before.value === null) return { ...before, value: { is: 'GONE' } }
    if ((before.value.get(key) ?? '') === (value ?? '')) return { ...before, value: { is: 'SAYS', proven: false } }
    const standing = before.value.get(key) ?? ''
    if (standing !== '' && !bring.isOurs(standing)) return { ...before, value: { is: 'TAKEN' } }
    const written = await calls.writeField(site, token, { remoteId, key, value })
    if (!written.ok || bring.isProven) return written.ok ? { ...written, value: said(written.value, true) } : written
    const after = await calls.readFields(site, token, remoteId)
    if (!after.ok || after.value === null) return { ...written, value: said(written.value, false) }
    const now = after.value
    const lost = [...before.value.keys()].some((other) => other !== key && !now.has(other))
    if (lost) return { ok: false, problem: 'OTHERS_LOST', restMs: 0 }
    // A system that writes later shows the old value for a while: that proves nothing yet.
    return { ...written, value: said(written.value, (now.get(key) ?? '') === (value ?? '')) }
  })
  if (reached.outcome === 'RESTING') return { outcome: 'WAIT', until: reached.until }
  if (reached.outcome === 'NO_ACCESS') return reached
  const isNoted = await inCompany(installation, { companyId, actor }, (work) =>
    noteProblem(work, connectionId, reached),
  )
  // What credentials of before could not do is tried again with those that took their place.
  if (reached.outcome === 'FAILED') return { ...reached, isLasting: isNoted && isLasting(reached.problem) }
  if (reached.value.is !== 'SAYS') return { outcome: reached.value.is }
  return { outcome: 'SAYS', isProven: bring.isProven || reached.value.proven }
}

type Standing = { is: 'SAYS'; proven: boolean } | { is: 'GONE' | 'TAKEN' }

const said = (isThere: boolean, proven: boolean): Standing => (isThere ? { is: 'SAYS', proven } : { is: 'GONE' })

/** Answers whether it holds for the access as it is; that other fields were lost holds whatever the credentials are. */
async function noteProblem(
  work: Work,
  connectionId: string,
  reached: Exclude<Reached<unknown>, { outcome: 'NO_ACCESS' }>,
): Promise<boolean> {
  const found = await store.findAccess(work, connectionId)
  const problem = reached.outcome === 'FAILED' ? reached.problem : null
  if (!found || (found.version !== reached.version && problem !== 'OTHERS_LOST')) return false
  if (found.problem === problem) return true
  if (!(await store.changeAccess(work, found, { problem }))) return false
  if (problem !== null && isLasting(problem))
    await record(work, {
      action: 'intake.access-stopped',
      subject: { kind: 'connection', id: connectionId },
      detail: { problem },
    })
  return true
}
