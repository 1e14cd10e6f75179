import type { FieldValue, PersonField } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'
import { newId } from '../../kernel/ids.ts'
import { record } from '../audit/index.ts'
import { recordAndLink } from '../linkage/index.ts'
import { person, recordsOf } from '../people/index.ts'
import { askAnswered } from './announcements.ts'
import { ageingFields } from './half-lives.ts'
import * as store from './store-asks.ts'

/** Where codes are mailed to is changed on its own page alone; a career and a permit have forms of their own. */
const notHere: ReadonlySet<PersonField> = new Set(['email', 'workHistory', 'workPermit', 'address', 'city'])
/** Asked about even where nothing is known yet: what somebody wishes is worth a line. */
const worthALine: ReadonlySet<PersonField> = new Set([
  'desiredOccupations',
  'desiredPrefectures',
  'desiredSalaryMin',
  'availableFrom',
])

export const confirmedFields = ageingFields.filter((field) => !notHere.has(field))

export type ToConfirm = { field: PersonField; value: FieldValue | null; observedAt: Date | null }

/** What the page asks a person about, with what is known, and the question that waits for their answer. */
export async function toConfirm(
  work: Work,
  personId: string,
): Promise<{ fields: ToConfirm[]; ask: store.Ask | undefined; isStopped: boolean }> {
  const { fields } = await person(work, personId)
  const asked = (await ofPerson(work, personId)).filter(({ kind }) => kind === 'REFRESH')
  return {
    fields: confirmedFields.flatMap((field): ToConfirm[] => {
      const held = fields[field]
      if (!held) return worthALine.has(field) ? [{ field, value: null, observedAt: null }] : []
      return [{ field, value: held.value, observedAt: new Date(held.observedAt) }]
    }),
    ask: asked.find(({ state }) => state === 'SENT' || state === 'LAPSED'),
    isStopped: asked.find(({ answer }) => answer !== null)?.answer === 'NOT_INTERESTED',
  }
}

const ofPerson = async (work: Work, personId: string): Promise<store.Ask[]> =>
  store.asksOf(
    work,
    (await recordsOf(work, personId)).map(({ id }) => id),
  )

export type Statement = { field: PersonField; value: FieldValue; isChange: boolean }

/**
 * The person says what holds: each as their own word of this moment, the unchanged as it was. What a field cannot hold is
 * left out and named; everything else is kept. Repeating the id changes nothing.
 */
export async function answerRefresh(
  work: Work,
  { id, personId, statements }: { id: string; personId: string; statements: readonly Statement[] },
): Promise<{ unfit: PersonField[] }> {
  const claims = statements.filter(({ field }) => confirmedFields.includes(field))
  const { unfit } = await recordAndLink(work, {
    id,
    kind: 'PERSON',
    label: 'ご本人',
    observedAt: work.now,
    personId,
    claims: claims.map(({ field, value }) => ({ field, value })),
  })
  if (unfit.length === 0)
    await settle(work, personId, claims.some(({ isChange }) => isChange) ? 'CHANGED' : 'CONFIRMED')
  return { unfit }
}

/** The person does not want to be asked again. It counts at once, and nothing else of theirs changes. */
export async function stopAsking(work: Work, personId: string): Promise<void> {
  const hasAsk = await settle(work, personId, 'NOT_INTERESTED')
  if (hasAsk) return
  // Whoever was asked about something else alone is not asked about this either.
  const [oldest] = await recordsOf(work, personId)
  if (!oldest) return
  const id = newId()
  await store.insertAsk(work, { id, kind: 'REFRESH', sourceRecordId: oldest.id, fields: [] })
  await store.endAsk(work, { id, state: 'ANSWERED', answer: 'NOT_INTERESTED' })
}

const acts = {
  CONFIRMED: 'freshness.confirmed',
  CHANGED: 'freshness.changed',
  NOT_INTERESTED: 'freshness.not-interested',
} as const

async function settle(
  work: Work,
  personId: string,
  answer: 'CONFIRMED' | 'CHANGED' | 'NOT_INTERESTED',
): Promise<boolean> {
  const waiting = (await ofPerson(work, personId)).filter(
    ({ kind, state, answer: said }) =>
      kind === 'REFRESH' && (state === 'SENT' || state === 'LAPSED' || said === 'NOT_INTERESTED'),
  )
  const [latest] = waiting
  if (latest) await endAnswered(work, { id: latest.id, personId, answer })
  await record(work, {
    action: acts[answer],
    subject: { kind: 'person', id: personId },
  })
  return latest !== undefined
}

/** The question about the pool is settled by the answer to the consent itself. */
export async function settlePoolAsk(work: Work, personId: string, answer: 'STAYS' | 'LEAVES'): Promise<void> {
  const [latest] = (await ofPerson(work, personId)).filter(
    ({ kind, state }) => kind === 'POOL' && (state === 'SENT' || state === 'LAPSED'),
  )
  if (latest) await endAnswered(work, { id: latest.id, personId, answer })
}

type Ended = { id: string; personId: string; answer: NonNullable<store.Ask['answer']> }

/** Whoever answers again, as somebody who wants to be asked after all, is heard again. */
async function endAnswered(work: Work, { id, personId, answer }: Ended): Promise<void> {
  await store.endAsk(work, { id, state: 'ANSWERED', answer })
  await work.announce(askAnswered, {
    subjectId: id,
    version: work.now.getTime(),
    payload: { askId: id, personId, answer, occurredAt: work.now.toISOString() },
  })
}
