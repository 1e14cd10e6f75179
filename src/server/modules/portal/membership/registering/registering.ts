import {
  paths,
  registerDonePage,
  registerPage,
  type EmployerChoice,
  type Problem,
  type Register,
} from '../../../../../portal/index.ts'
import { Refusal } from '../../../../kernel/errors.ts'
import type { MemberWork } from '../../../../kernel/work.ts'
import { company } from '../../../accounts/index.ts'
import { ownProfile, recordsOf } from '../../../people/index.ts'
import {
  companyTyped,
  findMember,
  isRelay,
  latestWishes,
  registerByLetter,
  type Answer as Answered,
  type Offer,
} from '../../../relay/index.ts'
import { employmentOf } from '../../../../../engines/japanese/index.ts'
import { provedMailOf } from '../../address.ts'
import { standingChoices } from '../consenting.ts'
import { letterStanding } from '../../arrival/letter-standing.ts'
import { employerOnRecord, employersToHide } from '../employers.ts'
import { failure, sessionFrame } from '../../frames.ts'
import { momentText, queueProcedureMail } from '../../rights/procedure-mail.ts'
import { offerId, registrationOffers, shownOffer, untilOf } from '../offering.ts'
import { joinMember } from '../../arrival/session.ts'
import {
  asMember,
  asVisitor,
  inOwnRealm,
  inVisitedCompany,
  postedId,
  type Answer,
  type SessionVisit,
} from '../../visit.ts'
import { fieldWith, noWishes, readWishes, typedWishes, wishOptions } from '../wishes/wish-form.ts'

type Known = { name: string; prefecture: string }
type Shown = Pick<Register, 'wishes' | 'chosen' | 'oldEnough' | 'problems'> & { employer: EmployerChoice }

async function page(visit: SessionVisit, { prefecture }: Known, shown: Shown) {
  const { mode, offers, now } = await registrationOffers(visit)
  return registerPage(await sessionFrame(visit, null), {
    mode,
    options: wishOptions(visit.language, [prefecture, ...shown.wishes.prefectures]),
    offers: offers.map((offer) => shownOffer(offer, untilOf(offer, { now }))),
    ...shown,
    employer: isRelay(mode) ? shown.employer : null,
  })
}

/** What the company that wrote knows and the form begins with; empty where it does not. */
async function knownOf(visit: SessionVisit): Promise<Known> {
  const fields = (await asVisitor(visit, ownProfile))?.fields
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { name: text(fields?.name?.value ?? fields?.nameRomaji?.value), prefecture: text(fields?.prefecture?.value) }
}

/**
 * The form of registration as this visitor begins it, with every offer of consent and its full text. Who is registered
 * already is led to what this letter changes, or to their own page.
 */
export async function register(visit: SessionVisit): Promise<Answer> {
  const standing = await letterStanding(visit)
  if (standing !== 'NONE') return { to: standing === 'LINKABLE' ? paths.link() : paths.profile() }
  const known = await knownOf(visit)
  return page(visit, known, { ...(await beginning(visit, known)), problems: [] })
}

/**
 * Who is a member already begins with their own words and standing choices, so that sending the form takes nothing back;
 * anybody else with the name as it is known, and every choice at no.
 */
async function beginning(visit: SessionVisit, { name }: Known): Promise<Omit<Shown, 'problems'>> {
  const employer = { company: await employerOnRecord(visit), isHidden: true }
  const own = asMember(visit)
  const kept = own && (await inOwnRealm(own, memberAsKept))
  if (kept) return { ...kept, chosen: await standingChoices(visit), oldEnough: true, employer }
  return { wishes: noWishes(name.slice(0, 60)), chosen: [], oldEnough: false, employer }
}

async function memberAsKept(work: MemberWork) {
  const member = await findMember(work)
  const stated = await latestWishes(work)
  return member && stated ? { wishes: typedWishes(member.displayName ?? '', stated.wishes) } : undefined
}

export async function sendRegistration(visit: SessionVisit): Promise<Answer> {
  const { body, session, installation, language } = visit
  const { typed, displayName, wishes, problems } = readWishes(body)
  const oldEnough = body.get('oldEnough') === 'yes'
  if (!oldEnough) problems.push({ field: 'oldEnough', code: 'tooYoung' })
  const { mode, offers } = await registrationOffers(visit)
  const employer = { company: (body.get('employer') ?? '').trim(), isHidden: body.get('hideEmployer') === 'yes' }
  const hideFrom = isRelay(mode) ? companyToHide(employer, problems) : undefined
  const chosen = offers.map(offerId).filter((id) => body.get(`consent.${id}`) === 'yes')
  const again = async (): Promise<Answer> => ({
    page: await page(visit, await knownOf(visit), { wishes: typed, chosen, oldEnough, employer, problems }),
    status: 422,
  })
  if (problems.length > 0 || !wishes) return again()
  const mail = await provedMailOf(visit)
  const letter = session.letterId
  if (mail === undefined || letter === null || session.letterSentAt === null)
    return { page: await failure(visit, 'changed'), status: 409 }
  const answers: Answered[] = offers.map((offer) => ({
    id: postedId(visit, 'register', offerId(offer)),
    offer,
    decision: chosen.includes(offerId(offer)) ? 'GIVEN' : 'REFUSED',
  }))
  try {
    await registerByLetter(installation, {
      companyId: session.companyId,
      personId: session.personId,
      sourceRecordId: await recordOf(visit),
      letterId: letter,
      sentAt: session.letterSentAt,
      mail,
      displayName,
      language,
      oldEnough,
      wishes,
      answers,
      origin: visit.origin,
      ...(hideFrom !== undefined && { hideFrom: { id: postedId(visit, 'block'), company: hideFrom } }),
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'relay.forbidden-words') throw error
    problems.push({ field: fieldWith(typed, error.detail['word']), code: 'mayNotBeAsked' })
    return again()
  }
  const memberId = await joinMember(installation, session, mail)
  const given = offers.filter((offer) => chosen.includes(offerId(offer)))
  await sendReceipt(visit, { mail, displayName, given })
  const joined = { ...visit, session: { ...session, memberId } }
  const own = asMember(joined)
  return registerDonePage(await sessionFrame(joined, null), {
    hidden: hideFrom ?? null,
    // Without the relay nobody is shown to others, whatever they answer.
    isListed: !isRelay(mode) || given.some(({ purpose }) => purpose === 'RELAY_PROFILE'),
    employers: own ? await employersToHide(own) : [],
  })
}

/** The company to be hidden from; none where nothing was typed, no company employs the person, or they show themselves. */
function companyToHide({ company, isHidden }: EmployerChoice, problems: Problem[]): string | undefined {
  if (!isHidden || employmentOf(company) !== 'EMPLOYED') return undefined
  if (company.length > 120) problems.push({ field: 'employer', code: 'tooLong' })
  else if (!companyTyped(company)) problems.push({ field: 'employer', code: 'unknownOption' })
  return company
}

/** The record by which the company knows whom it wrote to. */
export async function recordOf(visit: SessionVisit): Promise<string> {
  const { sourceRecordId, personId } = visit.session
  if (sourceRecordId !== null) return sourceRecordId
  const [first] = await inVisitedCompany(visit, (work) => recordsOf(work, personId))
  if (!first) throw new Error('a person without a record was written to')
  return first.id
}

type Receipt = { mail: string; displayName: string; given: readonly Offer[] }

async function sendReceipt(visit: SessionVisit, { mail, displayName, given }: Receipt): Promise<void> {
  const { language, session } = visit
  const none = language === 'ja' ? 'なし（どの項目にも同意されていません）' : 'none: you agreed to nothing'
  const list = given.map(({ shown }) => shownOffer({ shown } as Offer, null).purposeTitle)
  await inVisitedCompany(visit, async (work) => {
    const { timeZone } = await company(work)
    const { personId, sourceRecordId: recordId } = session
    await queueProcedureMail(work, {
      id: postedId(visit, 'receipt'),
      template: 'REGISTRATION',
      language,
      values: {
        'person.name': displayName,
        'service.name': language === 'ja' ? 'キャリアリレー 襷' : 'Career Relay Tasuki',
        'receipt.at': momentText(work.now, { language, timeZone }),
        'consents.list': list.length > 0 ? list.join('\n') : none,
      },
      to: mail,
      personId,
      recordId,
      withLink: true,
    })
  })
  visit.installation.wake()
}
