import { z } from 'zod'
import {
  introductionPage,
  introductionsPage,
  mostOfObjection,
  objectionField,
  paths,
  type Problem,
} from '../../../../portal/index.ts'
import { notFound, Refusal } from '../../../kernel/errors.ts'
import {
  answerIntroduction,
  ask,
  introduction,
  introductionsFor,
  knownElsewhere,
  sayOfPromise,
} from '../../introductions/index.ts'
import { findMember, shownProfile } from '../../relay/index.ts'
import { failure, relayFrame } from '../frames.ts'
import { inOwnRealm, ownRealm, postedId, type Answer, type MemberVisit } from '../visit.ts'

const idOf = ({ params }: MemberVisit) => params['introduction'] ?? ''

export const introductionFrame = (visit: MemberVisit) => relayFrame(visit, 'introductions')

export async function introductions(visit: MemberVisit): Promise<Answer> {
  const { own, isListed } = await inOwnRealm(visit, async (work) => {
    const member = await findMember(work)
    const until = member && (await shownProfile(work, member)).until
    return { own: await introductionsFor(work), isListed: Boolean(until) }
  })
  return introductionsPage(await introductionFrame(visit), { introductions: own, isListed })
}

async function page(visit: MemberVisit, problems: readonly Problem[]) {
  const view = await inOwnRealm(visit, (work) => introduction(work, idOf(visit)))
  // What is to be mended is given back as it was written.
  const entered = Object.fromEntries(problems.map(({ field }) => [field, visit.body.get(field) ?? '']))
  const asked = visit.query.has('asked')
  return introductionPage(await introductionFrame(visit), { ...view, asked, problems, entered })
}

/** The job, the employer, and exactly what a yes would provide. */
export const oneIntroduction = (visit: MemberVisit): Promise<Answer> => page(visit, [])

/** What a refusal of the use case asks to mend on the page; anything else is not the person's to mend. */
const mendable: Record<string, Problem> = {
  'introductions.consent-needed': { field: 'consent', code: 'notTicked' },
  'introductions.employer-away': { field: 'consent', code: 'notNow' },
  'introductions.not-shown': { field: 'consent', code: 'changedSince' },
}

/** What is wrong with the person's own words, wherever they stand. */
const inWords: Record<string, Problem['code']> = {
  'introductions.forbidden-words': 'mayNotBeAsked',
  'introductions.contact-in-question': 'saysContact',
  'introductions.contact-in-objection': 'saysWho',
}

async function mending(visit: MemberVisit, field: string, run: () => Promise<string>): Promise<Answer> {
  try {
    return { to: await run() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const code = inWords[error.code]
    const { word } = error.detail
    const problem = code ? { field, code, ...(typeof word === 'string' && { word }) } : mendable[error.code]
    if (!problem) throw error
    return { page: await page(visit, [problem]), status: 422 }
  }
}

export const accept = (visit: MemberVisit): Promise<Answer> =>
  mending(visit, 'consent', async () => {
    const id = idOf(visit)
    const consent = visit.body.get('consent') === 'yes'
    const shown = visit.body.get('shown') ?? ''
    await answerIntroduction(visit.installation, ownRealm(visit), { id, answer: 'ACCEPTED', consent, shown })
    return paths.introduction(id)
  })

export const decline = (visit: MemberVisit): Promise<Answer> =>
  mending(visit, 'reason', async () => {
    const id = idOf(visit)
    const reason = (visit.body.get('reason') ?? '').slice(0, 500)
    await answerIntroduction(visit.installation, ownRealm(visit), { id, answer: 'DECLINED', reason })
    return paths.introduction(id)
  })

export const question = (visit: MemberVisit): Promise<Answer> =>
  mending(visit, 'question', async () => {
    const id = idOf(visit)
    const text = (visit.body.get('question') ?? '').trim()
    if (text === '') return paths.introduction(id)
    const known = await knownElsewhere(visit.installation, visit.memberId)
    const questionId = postedId(visit, 'question', id)
    await inOwnRealm(visit, (work) => ask(work, { id, questionId, question: text, known }))
    return `${paths.introduction(id)}?asked=1`
  })

/** The person releases the employer from a promise, or says that it was not kept, with words if they like. */
export async function sayOf(visit: MemberVisit): Promise<Answer> {
  const introductionId = idOf(visit)
  const promiseId = z.uuid().safeParse(visit.body.get('promise'))
  if (!promiseId.success) throw notFound({ what: 'promise' })
  const said = z.enum(['OBJECT', 'RELEASE']).safeParse(visit.body.get('said'))
  // To release is for good: only who said so has said so.
  if (!said.success) return { page: await failure(visit, 'formTooOld'), status: 422 }
  const to = `${paths.introduction(introductionId)}#promises`
  const saying = { introductionId, promiseId: promiseId.data, said: said.data }
  const field = objectionField(promiseId.data)
  const words = said.data === 'OBJECT' ? (visit.body.get(field) ?? '').trim() : ''
  if (words === '') {
    await inOwnRealm(visit, (work) => sayOfPromise(work, saying))
    return { to }
  }
  const known = await knownElsewhere(visit.installation, visit.memberId)
  if (words.length > mostOfObjection) return { page: await page(visit, [{ field, code: 'tooLong' }]), status: 422 }
  return mending(visit, field, async () => {
    await inOwnRealm(visit, (work) => sayOfPromise(work, { ...saying, words, known }))
    return to
  })
}
