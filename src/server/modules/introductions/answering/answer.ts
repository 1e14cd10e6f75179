import type { KnownBy } from '../../../../engines/japanese/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import type { NoticeRef } from '../../consent/index.ts'
import { answerOffer, commitShare, findMember, latestWishes, noteActivity, type Member } from '../../relay/index.ts'
import { personAsked } from '../announcements.ts'
import { disclosedWords, disclosureOf } from './disclosure.ts'
import { endAsk } from './ending.ts'
import {
  consentNeeded,
  disclosureNotShown,
  contactInQuestion,
  introductionNotFound,
  notOpen,
  tooManyQuestions,
} from '../errors.ts'
import { refusingForbidden, tellingIn } from './own-words.ts'
import { yesOf, type YesWords } from './yes.ts'
import * as store from './store-asks.ts'
import { stepsForPerson, type ToldStep } from '../steps.ts'
import { shownPromises, type ShownPromise } from '../promises/promise-telling.ts'
import type { Ask, AskState, EmployerRecord } from './store-asks.ts'

/** The words of a job in the member's language, as the portal's page takes them. */
export type ShownJob = {
  companyName: string
  companyAddress: string
  openingTitle: string
  occupation: string
  places: string
  employmentType: string
  salary: string
  remote: string
  description: string
  reasons: string[]
}

/** What the person sees: a company that took its request back reads as WITHDRAWN. */
export type ShownState = Exclude<AskState, 'CANCELLED'>
const shownState = (state: AskState): ShownState => (state === 'CANCELLED' ? 'WITHDRAWN' : state)

export type IntroductionLine = {
  id: string
  companyName: string
  openingTitle: string
  state: ShownState
  answerBy: string
}

/** Every introduction of the member, the latest first. One that a limit stopped was never put before them. */
export async function introductionsFor(work: MemberWork): Promise<IntroductionLine[]> {
  const asks = await store.listAsks(work)
  return asks.filter(isTold).map(({ id, job, state, answerBy }) => ({
    id,
    companyName: job.companyName,
    openingTitle: job.openingTitle,
    state: shownState(state),
    answerBy: answerBy.toISOString(),
  }))
}

const isTold = ({ cause }: Ask) => cause !== 'LIMIT'

export type IntroductionView = {
  id: string
  state: ShownState
  answerBy: string
  answeredAt: string | null
  job: ShownJob
  /** What the company receives on yes: label and the very value. */
  disclosed: { label: string; value: string }[]
  /** What a yes is for and how long it holds, in the words that are kept with it; null once it is answered. */
  consent: YesWords | null
  /** Names exactly these values and words; to be sent back with a yes. */
  shown: string
  questions: { from: 'PERSON' | 'COMPANY'; text: string; at: string }[]
  promises: ShownPromise[]
  /** How it went on after a yes, as far as the person may see it. */
  steps: ToldStep[]
  /** How the employer kept its promises until it asked; null where there are too few to say. */
  employerRecord: EmployerRecord | null
}

/**
 * One introduction as the person decides on it; reading it changes nothing. `shown` names what it says would be
 * provided: a yes is for exactly that.
 */
export async function introduction(work: MemberWork, id: string): Promise<IntroductionView> {
  const member = await findMember(work)
  const ask = await store.findAsk(work, id)
  if (!ask || !member || !isTold(ask)) throw introductionNotFound()
  const { language } = member
  const isOpen = ask.state === 'OPEN'
  const disclosure = isOpen ? await disclosed(work, member) : ask.disclosure
  const yes = isOpen && disclosure ? yesOf(ask, { disclosure, language, now: work.now }) : undefined
  const lines = await store.linesOf(work, id)
  const said = (words: { ja: string; en: string }) => words[language]
  const { occupation, places, employmentType, salary, remote, ...plain } = ask.job
  return {
    id,
    state: shownState(ask.state),
    answerBy: ask.answerBy.toISOString(),
    answeredAt: ask.endedAt?.toISOString() ?? null,
    job: {
      ...plain,
      occupation: said(occupation),
      places: said(places),
      employmentType: said(employmentType),
      salary: said(salary),
      remote: said(remote),
      reasons: ask.message.split('\n').filter((line) => line.trim() !== ''),
    },
    disclosed: disclosure ? disclosedWords(disclosure, language) : [],
    consent: yes?.words ?? null,
    shown: yes?.hash ?? '',
    questions: lines.map(({ by, text, at }) => ({ from: by, text, at: at.toISOString() })),
    promises: await shownPromises(work, ask),
    steps: stepsForPerson(ask.steps),
    employerRecord: ask.employerRecord,
  }
}

const disclosed = async (work: MemberWork, member: Member) => disclosureOf(member, (await latestWishes(work))?.wishes)

export type Answered = {
  id: string
  answer: 'ACCEPTED' | 'DECLINED'
  /** Why not; it stays with the member. */
  reason?: string | undefined
  /** The person ticked that they agree to what is provided; needed for a yes. */
  consent?: boolean | undefined
  /** `shown` of the page that they read; needed for a yes. */
  shown?: string | undefined
  /** The operator's privacy notice in force. */
  notice?: NoticeRef | null | undefined
}

/**
 * The person's yes or no. Answers how the introduction ended, which is not what they said where the clock or the
 * company was first; repeating it changes nothing. A yes, in one transaction: consent to this company on the words
 * shown, what is provided frozen, the records of both sides, and the delivery announced. Refused without the tick
 * (`introductions.consent-needed`), and where what would be provided is not what the page showed, because it was changed
 * since (`introductions.not-shown`).
 */
export async function answer(
  work: MemberWork,
  { id, answer: said, reason, consent, shown, notice = null }: Answered,
): Promise<{ state: ShownState }> {
  const ask = await store.lockAsk(work, id)
  if (!ask || !isTold(ask)) throw introductionNotFound()
  if (ask.state !== 'OPEN') return { state: shownState(ask.state) }
  if (work.now >= ask.answerBy) {
    await endAsk(work, { id, state: 'LAPSED', cause: 'CLOCK' })
    return { state: 'LAPSED' }
  }
  if (said === 'DECLINED') {
    const why = reason?.trim() ? refusingForbidden(reason.trim()) : undefined
    await endAsk(work, { id, state: 'DECLINED', cause: 'PERSON', reason: why })
    return { state: 'DECLINED' }
  }
  if (!consent) throw consentNeeded({})
  await accept(work, ask, { shown, notice })
  return { state: 'ACCEPTED' }
}

type Accepting = { shown: string | undefined; notice: NoticeRef | null }

async function accept(work: MemberWork, ask: Ask, { shown, notice }: Accepting): Promise<void> {
  const { id, employerId, provider, job } = ask
  const member = await findMember(work)
  if (!member) throw introductionNotFound()
  const disclosure = await disclosed(work, member)
  const yes = yesOf(ask, { disclosure, language: member.language, now: work.now })
  if (shown !== yes.hash) throw disclosureNotShown({})
  await store.putDisclosure(work, { id, disclosure })
  await store.moveAsk(work, { id, from: 'OPEN', state: 'ACCEPTED', cause: 'PERSON' })
  const recipient = {
    id: employerId,
    name: job.companyName,
    ...(job.companyAddress && { address: job.companyAddress }),
    ...(job.companyRepresentative && { representative: job.companyRepresentative }),
  }
  await answerOffer(work, { id: idFrom(id, 'consent'), decision: 'GIVEN', offer: { ...yes.offer, notice } })
  await commitShare(work, {
    id,
    purpose: 'INTRODUCTION',
    provider,
    recipient,
    opening: job.openingTitle,
    howObtained: 'REGISTERED_BY_THE_PERSON',
    payload: disclosure,
  })
  await noteActivity(work, { activity: 'IN_PROCESS_ELSEWHERE', by: employerId })
  await record(work, {
    action: 'introductions.accepted',
    subject: { kind: 'introduction', id },
    detail: { employerId, items: Object.keys(disclosure.fields) },
  })
}

const mostQuestions = 10

/**
 * Forwards a question to the company, without saying who asks: before the yes it is refused where it holds a telephone
 * number, an address, or anything of `known` or the registration that names the person, also where it is parted over
 * several questions (`introductions.contact-in-question`, with the words found).
 */
export async function ask(
  work: MemberWork,
  { id, questionId, question, known }: { id: string; questionId: string; question: string; known?: KnownBy },
): Promise<void> {
  const found = await store.lockAsk(work, id)
  if (!found || !isTold(found)) throw introductionNotFound()
  if (found.state !== 'OPEN' && found.state !== 'ACCEPTED') throw notOpen({ state: shownState(found.state) })
  // Nobody is asked anything about what can be answered no more, whether the clock struck already or not.
  if (found.state === 'OPEN' && work.now >= found.answerBy) throw notOpen({ state: 'LAPSED' })
  const before = await store.linesOf(work, id)
  if (before.some((line) => line.id === questionId)) return
  if (before.filter(({ by }) => by === 'PERSON').length >= mostQuestions) throw tooManyQuestions({})
  const text = refusingForbidden(question.trim().slice(0, 1000))
  if (found.state === 'OPEN') {
    const earlier = before.filter(({ by }) => by === 'PERSON').map((line) => line.text)
    const word = await tellingIn(work, { text, earlier, known })
    if (word !== undefined) throw contactInQuestion({ word })
  }
  await store.insertLine(work, { id: questionId, askId: id, by: 'PERSON', text, at: work.now })
  await work.announce(personAsked, {
    subjectId: questionId,
    version: 1,
    payload: { id, employerId: found.employerId, questionId, text },
  })
}
