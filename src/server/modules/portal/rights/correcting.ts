import type { Correction } from '../../../../contract/requests/data-requests.ts'
import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { correctionPage, paths, type Problem, type ProblemCode } from '../../../../portal/index.ts'
import { toE164 } from '../../../../engines/japanese/index.ts'
import { onCompany } from '../../../kernel/announcements.ts'
import { idFrom } from '../../../kernel/ids.ts'
import { readLaterNow } from '../../../kernel/clock.ts'
import type { Work } from '../../../kernel/work.ts'
import {
  addCorrection,
  dataRequestChanged,
  grantedCorrections,
  holdOpenRequest,
  openRequest,
  request,
} from '../../consent/index.ts'
import { recordAndLink, withdrawAndLink } from '../../linkage/index.ts'
import { claimsOf, comparedAs, holdPerson, person, standingClaims, tidyValue } from '../../people/index.ts'
import { mailOf } from '../address.ts'
import { ownRequests } from './asked.ts'
import { dropWaitingReceipt, mailCorrections } from './correction-mail.ts'
import { failure, sessionFrame } from '../frames.ts'
import { inputOf } from './field-keys.ts'
import { heldFields, sources } from './known.ts'
import { mayNotBeKept, needlessWords } from './own-words.ts'
import { inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

/** What is wrong with a value that its field cannot hold. */
const unfitCodes: Partial<Record<PersonField, ProblemCode>> = {
  birthDate: 'notADate',
  availableFrom: 'notADate',
  email: 'notAnEmail',
  desiredSalaryMin: 'notANumber',
}

const fieldOf = async (visit: SessionVisit) =>
  (await heldFields(visit)).find(({ claimId }) => claimId === visit.params['field'])

export async function correction(visit: SessionVisit): Promise<Answer> {
  if (visit.params['field'] === 'own-profile') return { to: paths.editProfile() }
  const field = await fieldOf(visit)
  if (!field) return { page: await failure(visit, 'notFound'), status: 404 }
  const input = inputOf(field.claimId as PersonField)
  return correctionPage(await sessionFrame(visit, 'known'), { field, input, value: '', note: '', problems: [] })
}

/**
 * "This is wrong" is a request to correct (APPI 34), with its number and its clock. The right value stands as the
 * person's own word at once; the company grants it, carries out a deletion, or refuses with its grounds.
 */
export async function correct(visit: SessionVisit): Promise<Answer> {
  const field = await fieldOf(visit)
  if (!field) return { page: await failure(visit, 'notFound'), status: 404 }
  const { body } = visit
  const value = (body.get('value') ?? '').trim()
  const note = (body.get('note') ?? '').trim()
  const name = field.claimId as PersonField
  const isRemoval = body.get('remove') === 'yes'
  const again = async (problems: readonly Problem[]): Promise<Answer> => ({
    page: correctionPage(await sessionFrame(visit, 'known'), { field, input: inputOf(name), value, note, problems }),
    status: 422,
  })
  if (value === '' && note === '' && !isRemoval) return again([{ field: 'value', code: 'valueOrRemoval' }])
  if (value.length > 2000) return again([{ field: 'value', code: 'tooLong' }])
  if (note.length > 1000) return again([{ field: 'note', code: 'tooLong' }])
  if (field.claimId === 'phone' && value !== '' && !isRemoval && !mayBePhone(value))
    return again([{ field: 'value', code: 'notAPhone' }])
  const needless = needlessWords(body, 'note')
  if (needless.length > 0) return again(needless)
  const said: Correction = { field: name, from: field.value, value: isRemoval ? null : value, note }
  const to = await mailOf(visit)
  try {
    const taken = await inVisitedCompany(visit, (work) => takeCorrection(work, visit, { said, to }))
    if (taken === undefined) return await again([{ field: 'value', code: unfitCodes[name] ?? 'unknownOption' }])
    visit.installation.wake()
    return { to: `${paths.requests()}?${taken.isAdded ? 'added' : 'accepted'}=${receiptNumber(taken.requestId)}` }
  } catch (error) {
    if (mayNotBeKept(error)) return again([{ field: 'value', code: 'mayNotBeAsked' }])
    throw error
  }
}

/** What reads as a number is one; those of other countries are written in many ways, and words are not among them. */
const mayBePhone = (value: string): boolean =>
  toE164(value) !== null || /^[+(\d][\d\s()\p{Pd}−ー.・x#内線]{8,}$/u.test(value.normalize('NFKC'))

/** The record on which the value of a correction stands, one for each field of a request. */
const recordOf = (requestId: string, field: PersonField): string => idFrom('portal.correction', requestId, field)

type Taking = { said: Correction; to: string | undefined }
type Taken = { requestId: string; isAdded: boolean }

/** Keeps what is right and asks for it; nothing where the field cannot hold the value, and then nothing is asked. */
async function takeCorrection(begun: Work, visit: SessionVisit, taking: Taking): Promise<Taken | undefined> {
  const personId = await holdPerson(begun, visit.session.personId)
  // Of what is said twice at once the request keeps what comes last, and so does the profile by its time.
  const work = { ...begun, now: await readLaterNow(begun.tx, begun.installation) }
  const { to } = taking
  const said: Correction = { ...taking.said, saidAt: work.now.toISOString() }
  const standing = await ownRequests(work, personId)
  // All of one visit is one request, until it is answered: then the next one begins. Staff may be answering right now.
  const isStanding = (requestId: string) => standing.some(({ id }) => id === requestId)
  let count = 0
  const idOf = () => idFrom('portal.corrections', visit.session.id, String(count))
  while (isStanding(idOf()) && !(await holdOpenRequest(work, idOf()))) count += 1
  const requestId = idOf()
  if (said.value && !(await keepCorrected(work, { requestId, personId, said }))) return undefined
  if (isStanding(requestId)) {
    await mailCorrections(work, visit, { request: await addCorrection(work, requestId, said), to })
    return { requestId, isAdded: true }
  }
  const { sourceRecordId } = visit.session
  const opened = await openRequest(work, {
    id: requestId,
    kind: 'CORRECTION',
    via: 'PORTAL',
    identity: 'CODE_BY_MAIL',
    personId,
    ...(sourceRecordId !== null && { sourceRecordId }),
    said: '',
    corrections: [said],
  })
  await mailCorrections(work, visit, { request: opened, to })
  return { requestId, isAdded: false }
}

type Keeping = { requestId: string; personId: string; said: Pick<Correction, 'field' | 'value'> }

/** Whether the field can hold the value, which then stands as the person's own word. */
export async function keepCorrected(
  work: Work,
  { requestId, personId, said: { field, value } }: Keeping,
): Promise<boolean> {
  const { unfit } = await recordAndLink(work, {
    id: recordOf(requestId, field),
    kind: 'PERSON',
    label: sources.ja.PERSON,
    observedAt: work.now,
    personId,
    claims: [{ field, value }],
  })
  return unfit.length === 0
}

/** Takes back what was said of a field: by one record, or by every source there is until an instant. */
async function takeBack(
  work: Work,
  { personId, field }: { personId: string; field: PersonField },
  meaning: { recordId: string } | { until: Date },
): Promise<void> {
  const meant = (await claimsOf(work, personId, field)).filter(
    ({ withdraws, sourceRecordId, recordedAt }) =>
      !withdraws && ('until' in meaning ? recordedAt <= meaning.until : sourceRecordId === meaning.recordId),
  )
  await withdrawAndLink(
    work,
    meant.map(({ id, sourceRecordId }) => ({ sourceRecordId, claimId: id })),
  )
}

type Said = { personId: string; recordId: string; said: Correction }

/** Whether the record of a correction states its value, which nobody took back. */
async function stands(work: Work, { personId, recordId, said: { field, value } }: Said): Promise<boolean> {
  const claims = (await claimsOf(work, personId, field)).filter(({ sourceRecordId }) => sourceRecordId === recordId)
  const [newest] = standingClaims(claims, (one) => comparedAs(field, one))
  return newest !== undefined && JSON.stringify(newest.value) === JSON.stringify(tidyValue(field, value))
}

/**
 * Carries out the answer to a request: what was granted stands or is gone, what was refused is taken back, so that the
 * profile says what the company told the person. What was stated after a deletion was asked for stays. Done again it
 * changes nothing.
 */
async function carryOut(work: Work, requestId: string): Promise<void> {
  const answered = await request(work, requestId)
  const { personId, corrections, state } = answered
  if (personId === null || state === 'OPEN' || corrections.length === 0) return
  if ((await person(work, personId)).state === 'ERASED') return
  const granted = new Set(grantedCorrections(answered).map(({ field }) => field))
  for (const said of corrections) {
    const { field, value } = said
    const recordId = recordOf(requestId, field)
    if (!granted.has(field)) await takeBack(work, { personId, field }, { recordId })
    else if (value === null)
      await takeBack(work, { personId, field }, { until: new Date(said.saidAt ?? answered.openedAt) })
    else if (value !== '' && !(await stands(work, { personId, recordId, said })))
      // A company that was passed the request holds the value from here on.
      await keepCorrected(work, { requestId, personId, said })
  }
}

export const answeredCorrections = onCompany(
  dataRequestChanged,
  'portal.correction-answered',
  async (work, { payload: { requestId, kind, state } }) => {
    if (kind !== 'CORRECTION' || state === 'OPEN') return
    await dropWaitingReceipt(work, await request(work, requestId))
    await carryOut(work, requestId)
  },
)
