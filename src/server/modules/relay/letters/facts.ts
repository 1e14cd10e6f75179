import type { Work } from '../../../kernel/work.ts'
import { askedToStop, basis } from '../../consent/index.ts'
import { suppressedOf } from '../../messages/index.ts'
import { idsOfPersons, personsById, type Person } from '../../people/index.ts'
import { application, applicationsById, openProcesses, type Application } from '../../selection/index.ts'
import type { Facts } from './eligibility.ts'
import { letterNotFound } from './errors.ts'
import { listSwitches } from './store-settings.ts'
import { toldOf } from './store-rejections.ts'
import { scopeOf } from './settings.ts'

/** Everything that a letter is decided and written from, as of this Work. */
export type Case = { facts: Facts; application: Application; person: Person; address: string | null }

export type CaseKind = 'AUTO' | 'CAMPAIGN' | 'LINK'

/** What is known now about one application and its person; refused when it cannot be read. */
export async function caseOf(work: Work, applicationId: string, kind: CaseKind): Promise<Case> {
  const found = (await casesOf(work, [applicationId], kind)).get(applicationId)
  if (found) return found
  await application(work, applicationId)
  throw letterNotFound({})
}

/**
 * Gathers what is known now about many applications and their persons, whoever those are after all merges, in a dozen
 * statements whatever their number. An application that cannot be read is absent, so that it keeps nobody else waiting.
 */
export async function casesOf(
  work: Work,
  applicationIds: readonly string[],
  kind: CaseKind,
): Promise<Map<string, Case>> {
  const ended = [...(await applicationsById(work, applicationIds)).values()]
  const persons = await personsById(work, [...new Set(ended.map(({ personId }) => personId))])
  const about = ended.flatMap((one) => {
    const person = persons.get(one.personId)
    return person ? [{ application: one, person, address: person.state === 'ERASED' ? null : addressOf(person) }] : []
  })
  const factsOf = await gather(work, about, kind)
  return new Map(about.map((one) => [one.application.id, { ...one, facts: factsOf(one) }]))
}

type About = Omit<Case, 'facts'>

async function gather(work: Work, about: readonly About[], kind: CaseKind): Promise<(one: About) => Facts> {
  const personIds = [...new Set(about.map(({ person }) => person.id))]
  const stops = await askedToStop(work, await idsOfPersons(work, personIds))
  const open = await openProcesses(work, personIds)
  const suppressed = await suppressedOf(
    work,
    about.flatMap(({ address }) => address ?? []),
  )
  const told = await toldOf(
    work,
    about.map((one) => one.application.id),
  )
  const onSince = new Map((await listSwitches(work)).map((one) => [one.scope, one.onSince]))
  const hasBasis = (await basis(work, 'LETTER')) !== undefined
  return ({ application: one, person, address }) => ({
    // A link is asked for by a human or their system for this very person, as in a campaign.
    kind: kind === 'AUTO' ? 'AUTO' : 'CAMPAIGN',
    state: one.state,
    endedAt: one.endedAt,
    endLive: one.endLive,
    isAgencys: one.channel === 'AGENCY' || one.agency !== null,
    lettersOnSince: onSince.get(scopeOf(one.connectionId)) ?? null,
    hasBasis,
    isTold: told.has(one.id),
    isErased: person.state === 'ERASED',
    isInProcessElsewhere: (open.get(person.id) ?? []).some((id) => id !== one.id),
    hasAddress: address !== null,
    suppression: (address !== null && suppressed.get(address)) || null,
    isStopRequested: stops.has(person.id),
  })
}

function addressOf({ fields }: Person): string | null {
  const value = fields.email?.value
  return typeof value === 'string' && value !== '' ? value : null
}
