import type { Correction, DataRequest } from '../../../../contract/requests/data-requests.ts'
import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { onAcross, onCompany, type Subscription } from '../../../kernel/announcements.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, companyIds, operatorId } from '../../accounts/index.ts'
import {
  dataRequestChanged,
  grantedCorrections,
  keepReceipt,
  markPassingEscalated,
  openRequest,
  passingsOf,
  passOn,
  request,
  requestWhole,
} from '../../consent/index.ts'
import { personOf } from '../../people/index.ts'
import * as store from './store-passings.ts'
import { findReceived, markReceivedRecalled } from './store-shares.ts'

const actor = systemActor('relay.passing-on')

/** A recipient that has not taken up a request after this long is put before a human at the operator. */
const escalateAfterMs = 5 * 60_000

const passedKinds: readonly string[] = ['CORRECTION', 'STOP', 'ERASURE'] satisfies store.PassedKind[]

/**
 * A request to correct, stop or erase that was granted goes on to everybody who received the data from here and works
 * with this installation, once for each of them. The others stay on the list of whom staff tell by hand.
 */
async function passToRecipients(work: Work, requestId: string): Promise<void> {
  const { request: granted, recipients } = await requestWhole(work, requestId)
  if (isBlank(granted)) return
  const here = new Set(recipients.length > 0 ? await companyIds(work.installation) : [])
  for (const { id: recipientId, name, shareId } of recipients) {
    if (!here.has(recipientId) || recipientId === work.companyId) continue
    const id = idFrom('relay.passing', requestId, recipientId)
    const passing = await passOn(work, { requestId, id, recipientName: name, shareId, how: 'SYSTEM' })
    const kind = granted.kind as store.PassedKind
    if (passing.how === 'SYSTEM')
      await store.insertPassing(work, { id: passing.id, kind, requestId, shareId, recipientId })
  }
  work.installation.wake()
}

/** A correction whose words went with the person: nothing tells any more what is to be corrected. */
const isBlank = ({ kind, said, remark, corrections }: DataRequest): boolean =>
  kind === 'CORRECTION' && said === '' && remark === null && corrections.length === 0

type Handing = {
  passing: store.ToPass
  providerId: string
  providerName: string
  said: string
  /** What the person says is not so, where they only said that. */
  field: PersonField | undefined
  corrections: readonly Correction[]
}

/** Puts the request among those of the recipient, with its own clock; repeating it changes nothing. */
async function handOver(
  installation: Installation,
  { passing, providerId, providerName, said, field, corrections }: Handing,
) {
  const { id: passingId, kind, shareId, requestId: providerRequestId, recipientId } = passing
  await inCompany(installation, { companyId: recipientId, actor }, async (work) => {
    const received = await findReceived(work, shareId)
    if (!received) throw new Error('what is to be passed on has not arrived yet')
    const { sourceRecordId } = received
    const id = idFrom('relay.passed', passingId)
    await store.insertPassed(work, { id, providerId, passingId, providerRequestId })
    await openRequest(work, {
      id,
      kind,
      via: 'PORTAL',
      personId: await personOf(work, sourceRecordId),
      sourceRecordId,
      said,
      remark: { code: 'GRANTED_BY_PROVIDER', provider: providerName, field },
      corrections,
      identity: 'MEMBER_SESSION',
    })
    await markReceivedRecalled(work, shareId)
  })
}

/** Hands one over, keeps that it was taken up, and tells the operator where it is not within five minutes. */
async function run(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  const opening = { companyId, actor }
  const found = await inCompany(installation, opening, async (work) => {
    const passing = await store.findPassing(work, id)
    if (!passing) return undefined
    const granted = await request(work, passing.requestId)
    const { name: providerName } = await company(work)
    // What is to be corrected has to be said; nothing else of the person's words travels.
    const said = granted.kind === 'CORRECTION' ? granted.said : ''
    const corrections = grantedCorrections(granted).map(({ field, value, note }) => ({ field, from: '', value, note }))
    const field = granted.remark?.code === 'PROPOSAL_REFUSED' ? granted.remark.field : undefined
    return { passing, providerId: companyId, providerName, said, field, corrections, now: work.now }
  })
  if (!found) return
  const { passing, now } = found
  try {
    await handOver(installation, found)
  } catch (error) {
    const isLate = now.getTime() - passing.askedAt.getTime() >= escalateAfterMs
    if (isLate && passing.escalatedAt === null) await escalate(installation, { companyId, passing })
    throw error
  }
  await inCompany(installation, opening, async (work) => {
    const standing = (await passingsOf(work, passing.requestId)).find((one) => one.id === id)
    // The recipient's people may have answered already, where this is done again after a kill.
    if (standing?.state === 'SENT')
      await keepReceipt(work, { requestId: passing.requestId, id, state: 'RECEIVED', receipt: '' })
    await store.settlePassing(work, id)
  })
}

type Late = { companyId: string; passing: store.ToPass }

/** Names the two companies and the share, never the person. */
async function escalate(installation: Installation, { companyId, passing }: Late): Promise<void> {
  const { id, shareId, recipientId, requestId } = passing
  const operator = await operatorId(installation)
  if (operator !== undefined)
    await inCompany(installation, { companyId: operator, actor }, (work) =>
      openRequest(work, {
        id: idFrom('relay.passing-escalated', id),
        kind: 'STOP',
        via: 'PORTAL',
        identity: 'MEMBER_SESSION',
        said: '',
        remark: { code: 'PASSING_LATE', providerId: companyId, recipientId, shareId },
      }),
    )
  await inCompany(installation, { companyId, actor }, async (work) => {
    await store.markEscalated(work, id)
    await markPassingEscalated(work, { requestId, id })
  })
}

// The waits of an intent grow: 10, 40, 90 and 160 seconds lead to the fifth try five minutes after the first.
export const passings: IntentTable = { table: 'relay_passing', realm: 'company', attempts: 1000, run }

const outcomes: Partial<Record<DataRequest['state'], 'DONE' | 'REFUSED'>> = {
  ANSWERED: 'DONE',
  PARTIAL: 'DONE',
  DECLINED: 'REFUSED',
}

/** What a recipient answered goes back to who passed it on, with its grounds and none of its words. */
async function returnAnswer(installation: Installation, recipientId: string, requestId: string): Promise<void> {
  const answered = await inCompany(installation, { companyId: recipientId, actor }, async (work) => {
    const passed = await store.findPassed(work, requestId)
    return passed && { passed, ...(await request(work, requestId)) }
  })
  const state = answered && outcomes[answered.state]
  if (!answered || !state) return
  const { passed, grounds } = answered
  await inCompany(installation, { companyId: passed.providerId, actor }, (work) =>
    keepReceipt(work, { requestId: passed.providerRequestId, id: passed.passingId, state, receipt: '', grounds }),
  )
}

export const passingSubscriptions: readonly Subscription[] = [
  onCompany(dataRequestChanged, 'relay.pass-on', async (work, { payload: { requestId, kind, state } }) => {
    if (passedKinds.includes(kind) && (state === 'ANSWERED' || state === 'PARTIAL'))
      await passToRecipients(work, requestId)
  }),
  onAcross(dataRequestChanged, 'relay.passed-answer', async (installation, { realmId, payload }) => {
    if (payload.state !== 'OPEN') await returnAnswer(installation, realmId, payload.requestId)
  }),
]
