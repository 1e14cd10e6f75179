import { personFields } from '../../../../contract/people/person-fields.ts'
import {
  knownPage,
  type KnownApplication,
  type KnownField,
  type Language,
  type ResultKey,
  type StageKey,
} from '../../../../portal/index.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { consents, isStanding } from '../../consent/index.ts'
import { proposals } from '../../freshness/index.ts'
import { ownProfile, recordsOf, type ProfileField } from '../../people/index.ts'
import { applicationsOf, type Application } from '../../selection/index.ts'
import { isRelay } from '../../relay/index.ts'
import { company, operatingMode } from '../../accounts/index.ts'
import { ownRequests, pendingErasure, standingCorrections } from './asked.ts'
import { fieldKey } from './field-keys.ts'
import { sessionFrame } from '../frames.ts'
import { letterStanding } from '../arrival/letter-standing.ts'
import { shownValue } from './values.ts'
import { asVisitor, inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

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

/** What the company holds about the visitor, in words. Before the code it says which fields, not what stands in them. */
export async function heldFields(visit: SessionVisit): Promise<KnownField[]> {
  const profile = await asVisitor(visit, ownProfile)
  const { language, session } = visit
  const inDoubt = new Set<string>((await openProposals(visit)).map(({ field }) => field))
  const corrections = standingCorrections(await inVisitedCompany(visit, (work) => ownRequests(work, session.personId)))
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
        correction: corrections.get(name),
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
export async function applications(
  work: Work,
  { personId, sourceRecordId }: SessionVisit['session'],
): Promise<KnownApplication[]> {
  const { timeZone } = await company(work)
  return (await applicationsOf(work, personId))
    .filter(({ state }) => state !== 'CLOSED_DUPLICATE')
    .filter((one) => one.state !== 'REJECTED' || one.sourceRecordId === sourceRecordId)
    .map((one) => ({
      openingTitle: one.openingTitle,
      appliedOn: dayIn(one.appliedAt, timeZone),
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
  const offer = (await letterStanding(visit)) === 'LINKABLE' ? 'LINK' : held.offer
  const personName = typeof name === 'string' ? name : visit.language === 'ja' ? 'ご応募者' : 'applicant'
  return knownPage(await sessionFrame(visit, 'known'), {
    personName,
    ...held,
    // Who wants to be forgotten is not asked to register.
    offer: held.erasure === null ? offer : null,
    proposed,
    fields: await heldFields(visit),
    isOpen: visit.session.verifiedAt !== null,
  })
}
