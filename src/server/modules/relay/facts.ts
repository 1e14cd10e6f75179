import type { Work } from '../../kernel/work.ts'
import { basis, requestsOf } from '../consent/index.ts'
import { suppressed } from '../messages/index.ts'
import { person, personOf, recordsOf, type Person } from '../people/index.ts'
import { application, hasOpenProcess, type Application } from '../selection/index.ts'
import type { Facts } from './eligibility.ts'
import { lettersOnSince } from './store-settings.ts'
import { findRejection } from './store-rejections.ts'
import { scopeOf } from './settings.ts'

/** Everything that a letter is decided and written from, as of this Work. */
export type Case = { facts: Facts; application: Application; person: Person; address: string | null }

/** Gathers what is known now about one application and its person, whoever that is after all merges. */
export async function caseOf(work: Work, applicationId: string, kind: 'AUTO' | 'CAMPAIGN' | 'LINK'): Promise<Case> {
  const ended = await application(work, applicationId)
  const someone = await person(work, await personOf(work, ended.sourceRecordId))
  const address = someone.state === 'ERASED' ? null : addressOf(someone)
  const facts: Facts = {
    // A link is asked for by a human or their system for this very person, as in a campaign.
    kind: kind === 'AUTO' ? 'AUTO' : 'CAMPAIGN',
    state: ended.state,
    endedAt: ended.endedAt,
    endLive: ended.endLive,
    isAgencys: ended.channel === 'AGENCY' || ended.agency !== null,
    lettersOnSince: await lettersOnSince(work, scopeOf(ended.connectionId)),
    hasBasis: (await basis(work, 'LETTER')) !== undefined,
    isTold: Boolean((await findRejection(work, applicationId))?.toldAt),
    isErased: someone.state === 'ERASED',
    isInProcessElsewhere: await hasOpenProcess(work, someone.id, applicationId),
    hasAddress: address !== null,
    suppression: address === null ? null : ((await suppressed(work, address)) ?? null),
    isStopRequested: await hasAskedToStop(work, someone.id),
  }
  return { facts, application: ended, person: someone, address }
}

function addressOf({ fields }: Person): string | null {
  const value = fields.email?.value
  return typeof value === 'string' && value !== '' ? value : null
}

/** A request to stop using or to erase the data that was not declined (APPI 35). */
async function hasAskedToStop(work: Work, personId: string): Promise<boolean> {
  const recordIds = (await recordsOf(work, personId)).map(({ id }) => id)
  const asked = await requestsOf(work, personId, recordIds)
  return asked.some(({ kind, state }) => (kind === 'STOP' || kind === 'ERASURE') && state !== 'DECLINED')
}
