import { putActivity } from './members/telling/store-mirror.ts'
import { newId } from '../../kernel/ids.ts'
import { inMember, type MemberWork } from '../../kernel/work.ts'
import { aPerson } from '../people/testing.ts'
import { registerByLetter, type Registration } from './members/members.ts'
import { memberOffers } from './members/offers.ts'
import { Wishes } from './members/wishes.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { countReferrals } from '../credits/testing.ts'
import { recordBasis } from '../consent/index.ts'
import { messagesModule } from '../messages/index.ts'
import { peopleModule } from '../people/index.ts'
import { selectionModule } from '../selection/index.ts'
import { anApplication } from '../selection/testing.ts'
import { approvePreflight, preflight } from './preflights/preflight.ts'
import { shownPreflight } from './preflights/preflight-views.ts'
import { relayModule } from './index.ts'
import { byHand } from './letters/settings.ts'
import { putReferral } from './referrals/store-referrals.ts'

/** Counts referrals of made-up members for the company, on record and in the ledger alike; answers their ids. */
export async function countedReferrals(company: TestCompany, count: number): Promise<string[]> {
  const ids = await countReferrals(company, count)
  await company.work(async (work) => {
    for (const id of ids)
      await putReferral(work, {
        id,
        memberId: newId(),
        letterId: newId(),
        sourceRecordId: newId(),
        state: 'COUNTED',
        reason: null,
        version: 1,
        registeredAt: work.now,
        heldUntil: null,
        settledAt: work.now,
        signals: [],
        clearedAt: null,
      })
  })
  return ids
}

export const operatorName = 'たすき運営機構'

export type TestMember = {
  memberId: string
  mail: string
  registration: Registration
  /** Runs in one Work of the member's realm, as the member. */
  work: <T>(run: (work: MemberWork) => Promise<T>) => Promise<T>
}

type Made = Partial<Registration> & {
  /** The purposes that are answered with yes; none unless said otherwise. */
  yes?: readonly ('RELAY_PROFILE' | 'FLOW_BACK')[]
}

/** What a person sends by registering with a letter of the company. */
export async function aRegistration(company: TestCompany, { yes = [], ...made }: Made = {}): Promise<Registration> {
  const mail = made.mail ?? `${newId()}@mail.example`
  const { personId, sourceRecordId } =
    made.personId && made.sourceRecordId ? (made as Registration) : await aPerson(company, { email: mail })
  const offers = memberOffers([{ id: company.companyId, name: 'さくら商事株式会社' }], {
    language: 'ja',
    operatorName,
    notice: null,
  })
  return {
    companyId: company.companyId,
    personId,
    sourceRecordId,
    letterId: newId(),
    sentAt: new Date('2026-01-05T03:00:00Z'),
    mail,
    displayName: '佐藤',
    language: 'ja',
    oldEnough: true,
    wishes: Wishes.parse({ occupations: ['IT_ENGINEER'], prefectures: ['神奈川県'], skills: ['TypeScript'] }),
    answers: offers.map((offer) => ({
      id: newId(),
      offer,
      decision: (yes as readonly string[]).includes(offer.purpose) ? 'GIVEN' : 'REFUSED',
    })),
    ...made,
  }
}

/** A member of the relay who came by a letter of the company. */
export async function aMember(company: TestCompany, made: Made = {}): Promise<TestMember> {
  const { installation } = company
  const registration = await aRegistration(company, made)
  const registered = await registerByLetter(installation, registration)
  if (registered.as !== 'MEMBER') throw new Error('the mode of the test lets nobody become a member')
  const { memberId } = registered
  const actor = { kind: 'member' as const, id: memberId, permissions: new Set<string>() }
  const work: TestMember['work'] = (run) => inMember(installation, { memberId, actor }, run)
  return { memberId, mail: registration.mail, registration, work }
}

const modules = [peopleModule, selectionModule, messagesModule, relayModule]

/** An installation with everything that a letter passes through. */
export function letterInstallation({ mode = 'PLACEMENT' } = {}): Promise<TestInstallation> {
  return testInstallation({
    mode,
    modules,
    subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
    intents: [...outboxes, ...modules.flatMap((module) => module.intents ?? [])],
  })
}

/** Sets the installation's clock, to a moment written with its zone. */
export function setClock(installation: TestInstallation, moment: string): void {
  const offset = new Date(moment).getTime() - Date.now() - installation.clock.offsetMs()
  installation.clock.advance({ minutes: offset / 60_000 })
}

export async function recordLetterBasis(company: TestCompany): Promise<void> {
  await company.work((work) =>
    recordBasis(work, {
      id: newId(),
      kind: 'LETTER',
      purpose: '選考結果の通知と、その後の就職活動に関するご案内のため',
      legalBasis: 'PUBLISHED_PURPOSE',
      mailPermission: 'ADDRESS_GIVEN',
      explanation: '採用ページの個人情報の取扱いに記載しています。',
    }),
  )
}

export type LetterCompany = { installation: TestInstallation; company: TestCompany; settle: () => Promise<void> }

/** A company whose letters are on for applications entered by hand. */
export async function aLetterCompany({
  mode = 'PLACEMENT',
  at,
}: {
  mode?: string
  at: string
}): Promise<LetterCompany> {
  const installation = await letterInstallation({ mode })
  setClock(installation, at)
  const company = await aCompany({ installation, address: '東京都千代田区桜町1-2-3' })
  await recordLetterBasis(company)
  await switchOn(company)
  return { installation, company, settle: () => installation.settle(company.companyId) }
}

export async function switchOn(company: TestCompany, scope: string = byHand): Promise<void> {
  const id = newId()
  await company.work((work) => preflight(work, { id, kind: 'SWITCH_ON', scope }))
  await approveAsShown(company, id)
}

/** Says yes to a finished pre-flight as it stands. */
export const approveAsShown = (company: TestCompany, id: string) =>
  company.work(async (work) =>
    approvePreflight(work, { id, fingerprint: (await shownPreflight(work, id)).fingerprint ?? '' }),
  )

type Rejected = { email?: string | null; course?: Parameters<typeof anApplication>[1] & object }

/** A person of their own whom the company rejects now, after one interview, unless the course says otherwise. */
export async function aRejected(company: TestCompany, { email, course = {} }: Rejected = {}) {
  const now = await company.work(async (work) => work.now)
  const address = email === undefined ? `${newId()}@person.example` : email
  const person = await aPerson(company, { ...(address !== null && { email: address }) })
  const application = await anApplication(company, {
    sourceRecordId: person.sourceRecordId,
    appliedAt: new Date(now.getTime() - 10 * 86_400_000),
    course: [
      { kind: 'STAGE', stage: 'INTERVIEW_1', occurredAt: new Date(now.getTime() - 5 * 86_400_000) },
      { kind: 'REJECT', occurredAt: now },
    ],
    ...course,
  })
  return { ...application, personId: person.personId, address: address ?? '' }
}

/** Lets the company know how somebody's search goes, as their consent would. */
export const anActivity = (
  company: TestCompany,
  { sourceRecordId, activity }: { sourceRecordId: string; activity: 'ACTIVE' | 'PLACED' },
): Promise<boolean> =>
  company.work((work) => putActivity(work, { memberId: newId(), sourceRecordId, activity, asOf: work.now, version: 1 }))
