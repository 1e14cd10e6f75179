import { personFields, type PersonField } from '../../../contract/person-fields.ts'
import {
  correctionDonePage,
  correctionPage,
  knownPage,
  paths,
  type FieldKey,
  type KnownApplication,
  type KnownField,
  type Language,
  type Problem,
  type ProblemCode,
  type ResultKey,
  type StageKey,
} from '../../../portal/index.ts'
import type { Work } from '../../kernel/work.ts'
import { consents, isStanding, openRequest } from '../consent/index.ts'
import { proposals } from '../freshness/index.ts'
import { recordAndLink } from '../linkage/index.ts'
import { ownProfile, recordsOf, type ProfileField } from '../people/index.ts'
import { applicationsOf, type Application } from '../selection/index.ts'
import { isRelay } from '../relay/index.ts'
import { operatingMode } from '../accounts/index.ts'
import { ownRequests, pendingErasure } from './asked.ts'
import { failure, sessionFrame } from './frames.ts'
import { mayNotBeKept, needlessWords } from './own-words.ts'
import { shownValue } from './values.ts'
import { asVisitor, inVisitedCompany, postedId, type Answer, type SessionVisit } from './visit.ts'

const keys: Partial<Record<PersonField, FieldKey>> = {
  name: 'name',
  nameKana: 'nameKana',
  email: 'email',
  phone: 'phone',
  birthDate: 'birthDate',
  prefecture: 'prefecture',
  desiredPrefectures: 'desiredPrefectures',
  desiredOccupations: 'desiredOccupations',
  desiredSalaryMin: 'desiredSalary',
  availableFrom: 'startFrom',
  remoteWish: 'remote',
  skills: 'skills',
  workHistory: 'workHistory',
  education: 'education',
  languages: 'languages',
}

const others: Partial<Record<PersonField, Record<Language, string>>> = {
  nameRomaji: { ja: 'お名前（ローマ字）', en: 'Name in Latin letters' },
  formerName: { ja: '旧姓', en: 'Former name' },
  gender: { ja: '性別', en: 'Gender' },
  city: { ja: '市区町村', en: 'City' },
  address: { ja: 'ご住所', en: 'Address' },
  employer: { ja: '勤務先', en: 'Employer' },
  title: { ja: '役職・職種', en: 'Title' },
  employmentTypes: { ja: '希望する雇用形態', en: 'Employment types' },
  workPermit: { ja: '就労資格', en: 'Permission to work' },
  note: { ja: '備考', en: 'Note' },
}

export const sources: Record<Language, Record<ProfileField['source']['kind'], string>> = {
  ja: {
    FORM: '応募フォーム',
    IMPORT: '採用管理システムからの取り込み',
    WEBHOOK: '採用管理システム',
    MAIL: 'メール',
    STAFF: '採用担当者による入力',
    PERSON: 'ご本人',
    MEMBER: 'ご本人（リレー）',
  },
  en: {
    FORM: 'Application form',
    IMPORT: 'Import from a recruiting system',
    WEBHOOK: 'Recruiting system',
    MAIL: 'Mail',
    STAFF: 'Entered by the hiring team',
    PERSON: 'Yourself',
    MEMBER: 'Yourself (relay)',
  },
}

const openProposals = (visit: SessionVisit) =>
  inVisitedCompany(visit, (work) => proposals(work, visit.session.personId))

/** A field as the page names it; nothing for one that is not shown. */
export function fieldKey(name: PersonField, language: Language): KnownField['field'] | undefined {
  const label = others[name]?.[language]
  return keys[name] ?? (label === undefined ? undefined : { label })
}

/** What the company holds about the visitor, in words. Before the code it says which fields, not what stands in them. */
export async function heldFields(visit: SessionVisit): Promise<KnownField[]> {
  const profile = await asVisitor(visit, ownProfile)
  const { language, session } = visit
  const inDoubt = new Set<string>((await openProposals(visit)).map(({ field }) => field))
  return personFields.flatMap((name) => {
    const field = profile?.fields[name]
    const key = fieldKey(name, language)
    if (field === undefined || key === undefined) return []
    return [
      {
        claimId: name,
        field: key,
        value: session.verifiedAt ? shownValue(name, field.value, language) : '',
        source: sources[language][field.source.kind],
        observedAt: field.observedAt,
        confirmed: ['PERSON', 'MEMBER', 'FORM'].includes(field.source.kind) && !inDoubt.has(name),
      },
    ]
  })
}

const stageKeys: Partial<Record<Application['stage'], StageKey>> = {
  APPLIED: 'DOCUMENT_SCREENING',
  DOCUMENT_SCREENING: 'DOCUMENT_SCREENING',
  APTITUDE_TEST: 'APTITUDE_TEST',
  CASUAL_MEETING: 'CASUAL_MEETING',
  INTERVIEW_1: 'INTERVIEW_1',
  INTERVIEW_2: 'INTERVIEW_2',
  INTERVIEW_3: 'INTERVIEW_3',
}
const resultKeys: Partial<Record<Application['state'], ResultKey>> = {
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  OFFER_DECLINED: 'WITHDRAWN',
  ON_HOLD: 'ON_HOLD',
}

/** The applications as the person may be told of them: a rejection that no letter has told stays untold here. */
async function applications(
  work: Work,
  { personId, sourceRecordId }: SessionVisit['session'],
): Promise<KnownApplication[]> {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
  return (await applicationsOf(work, personId))
    .filter(({ state }) => state !== 'CLOSED_DUPLICATE')
    .filter((one) => one.state !== 'REJECTED' || one.sourceRecordId === sourceRecordId)
    .map((one) => ({
      openingTitle: one.openingTitle,
      appliedOn: day.format(one.appliedAt),
      stage: stageKeys[one.stage] ?? 'FINAL_INTERVIEW',
      result: resultKeys[one.state] ?? 'IN_PROCESS',
      decidedAt: one.endedAt?.toISOString() ?? null,
    }))
}

async function offerOf(work: Work, { personId, memberId, letterId }: SessionVisit['session']) {
  const relays = isRelay(await operatingMode(work))
  if (relays) return memberId === null && letterId !== null ? ('RELAY' as const) : null
  const sourceRecordIds = (await recordsOf(work, personId)).map(({ id }) => id)
  const stays = (await consents(work, { sourceRecordIds })).some(
    (one) => one.purpose === 'POOL' && isStanding(one, work.now),
  )
  return stays ? null : ('IN_HOUSE' as const)
}

export async function known(visit: SessionVisit): Promise<Answer> {
  const profile = await asVisitor(visit, ownProfile)
  const name = profile?.fields.name?.value ?? profile?.fields.nameRomaji?.value
  const held = await inVisitedCompany(visit, async (work) => ({
    applications: await applications(work, visit.session),
    offer: await offerOf(work, visit.session),
    erasure: pendingErasure(await ownRequests(work, visit.session.personId)),
  }))
  const proposed = (await openProposals(visit)).length
  const personName = typeof name === 'string' ? name : visit.language === 'ja' ? 'ご応募者' : 'applicant'
  return knownPage(await sessionFrame(visit, 'known'), {
    personName,
    ...held,
    // Who wants to be forgotten is not asked to register.
    offer: held.erasure === null ? held.offer : null,
    proposed,
    fields: await heldFields(visit),
    isOpen: visit.session.verifiedAt !== null,
  })
}

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
  return correctionPage(await sessionFrame(visit, 'known'), { field, value: '', note: '', problems: [] })
}

/** "This is wrong": the right value stands as the person's own word at once; the rest is a request with its clock. */
export async function correct(visit: SessionVisit): Promise<Answer> {
  const field = await fieldOf(visit)
  if (!field) return { page: await failure(visit, 'notFound'), status: 404 }
  const { body } = visit
  const value = (body.get('value') ?? '').trim()
  const note = (body.get('note') ?? '').trim()
  const isRemoval = body.get('remove') === 'yes'
  const frame = await sessionFrame(visit, 'known')
  const again = (problems: readonly Problem[]): Answer => ({
    page: correctionPage(frame, { field, value, note, problems }),
    status: 422,
  })
  if (value === '' && note === '' && !isRemoval) return again([{ field: 'value', code: 'required' }])
  if (value.length > 2000) return again([{ field: 'value', code: 'tooLong' }])
  const needless = needlessWords(body, 'note')
  if (needless.length > 0) return again(needless)
  const name = field.claimId as PersonField
  const correction = { name, value, note, isRemoval }
  try {
    const isKept = await inVisitedCompany(visit, (work) => keepCorrection(work, visit, correction))
    return isKept ? correctionDonePage(frame) : again([{ field: 'value', code: unfitCodes[name] ?? 'unknownOption' }])
  } catch (error) {
    if (mayNotBeKept(error)) return again([{ field: 'value', code: 'mayNotBeAsked' }])
    throw error
  }
}

type Correcting = { name: PersonField; value: string; note: string; isRemoval: boolean }

/** Keeps the right value and opens a request for the rest; false where the field cannot hold the value. */
async function keepCorrection(work: Work, visit: SessionVisit, { name, value, note, isRemoval }: Correcting) {
  const { personId } = visit.session
  const isStated = value !== '' && !isRemoval
  if (isStated) {
    const source = {
      id: postedId(visit, 'claim'),
      kind: 'PERSON' as const,
      label: sources.ja.PERSON,
      observedAt: work.now,
    }
    const { unfit } = await recordAndLink(work, { ...source, personId, claims: [{ field: name, value }] })
    if (unfit.length > 0) return false
  }
  const said = [name, isRemoval ? '削除の希望 / remove' : value, note].filter(Boolean).join('\n').slice(0, 4000)
  if (!isStated || note !== '')
    await openRequest(work, {
      id: postedId(visit, 'request'),
      kind: 'CORRECTION',
      via: 'PORTAL',
      personId,
      said,
      identity: 'CODE_BY_MAIL',
    })
  return true
}
