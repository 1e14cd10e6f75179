import { newId } from '../../kernel/ids.ts'
import { inMember, type MemberWork } from '../../kernel/work.ts'
import type { TestCompany } from '../accounts/testing.ts'
import { aPerson } from '../people/testing.ts'
import { registerByLetter, type Registration } from './members.ts'
import { memberOffers } from './offers.ts'
import { Wishes } from './wishes.ts'

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
  const offers = memberOffers([{ id: company.companyId, name: 'さくら商事株式会社' }], { language: 'ja', operatorName })
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
