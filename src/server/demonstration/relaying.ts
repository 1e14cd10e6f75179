import { newId } from '../kernel/ids.ts'
import { findLink } from '../modules/messages/index.ts'
import {
  approvePreflight,
  byHand,
  changeSettings,
  letterOpened,
  memberOffers,
  preflight,
  registerByLetter,
  relayOperator,
  shownPreflight,
  type Answer,
} from '../modules/relay/index.ts'
import { mailOf, type Applying } from './applying.ts'
import { unregistered } from './people/cast.ts'
import { placesOf } from './founding.ts'
import { personalLinks } from './mails.ts'
import { openings } from './selection.ts'
import type { Desk, Stage } from './stage.ts'

/** Each owner looks at who would get a letter, and switches letters on. */
export async function switchLettersOn(stage: Stage): Promise<void> {
  stage.tell({ ja: 'お見送りメールを有効にしています', en: 'Switching letters on' })
  for (const { work, ownerId } of stage.desks) {
    const id = newId()
    await work((opened) =>
      changeSettings(opened, { contactStaffId: ownerId, reapplyCooldownMonths: 6, issuesCertificates: true }),
    )
    await work((opened) => preflight(opened, { id, kind: 'SWITCH_ON', scope: byHand }))
    await stage.settle()
    const { fingerprint } = await work((opened) => shownPreflight(opened, id))
    await work((opened) => approvePreflight(opened, { id, fingerprint: fingerprint ?? '' }))
  }
}

/** How many in ten of those who got a letter go on. */
const willing = 8

/** One in so many of the others registers with an address that is made to be thrown away, for the operator to judge. */
const doubtful = 20

/** People open the link of their letter and register, a few of them each day. */
export async function register(stage: Stage, applying: readonly Applying[]): Promise<void> {
  const links = await personalLinks(stage.installation)
  stage.tell({
    ja: `${links.length}通のお見送りメールから登録を受け付けています`,
    en: `Registrations by ${links.length} letters`,
  })
  const { name: operatorName, notice } = await relayOperator(stage.installation)
  for (const [index, { address, token, sentAt }] of links.entries()) {
    const applicant = applying.find(({ person }) => mailOf(person) === address)
    const link = await findLink(stage.installation, token)
    if (!applicant || address === unregistered || !link?.recordId || !link.subjectId) continue
    const { subjectId: letterId } = link
    if (index % 10 <= willing) await applicant.desk.work((work) => letterOpened(work, letterId))
    const isDoubtful = index % doubtful === willing
    if (index % 10 >= willing && !isDoubtful) continue
    await registerByLetter(stage.installation, {
      companyId: link.companyId,
      personId: link.personId,
      sourceRecordId: link.recordId,
      letterId,
      sentAt,
      mail: isDoubtful ? `q${index}@sutemail.example` : address,
      displayName: `${applicant.person.family} ${applicant.person.given}`,
      language: 'ja',
      oldEnough: true,
      wishes: wishesOf(applicant, index),
      answers: isDoubtful ? [] : answersTo(applicant.desk, { operatorName, notice }),
    })
    if (index % 8 === 7) await stage.pass(1)
  }
  await stage.settle()
}

function wishesOf({ person, title }: Applying, index: number) {
  const skills = openings.find((one) => one.title === title)?.skills ?? []
  return {
    occupations: [title],
    // They would work where the job was that they applied for.
    prefectures: placesOf(title).slice(0, 1),
    remote: (['NO_WISH', 'PARTLY', 'FULLY'] as const)[index % 3] ?? ('NO_WISH' as const),
    salaryMin: 4_000_000 + (index % 4) * 500_000,
    startFrom: null,
    employmentTypes: ['正社員'],
    skills: skills.slice(0, 2 + (index % 3)),
    workHistory: `${person.employer}にて${title}として勤務。`,
  }
}

/** Yes to the anonymous profile and to telling the company that wrote; each its own answer. */
function answersTo(
  { companyId, employer }: Desk,
  by: Pick<Parameters<typeof memberOffers>[1], 'operatorName' | 'notice'>,
): Answer[] {
  const offers = memberOffers([{ id: companyId, name: employer.company.name }], { language: 'ja', ...by })
  return offers.map((offer) => ({ id: newId(), offer, decision: 'GIVEN' as const }))
}
