import { impactPage, paths, type Html, type Problem } from '../../../../portal/index.ts'
import { Race, Sex } from '../../../../contract/impact/impact.ts'
import { expiryOf } from '../../consent/index.ts'
import { ownAnswer, runningAudit, takeBackAnswer, volunteer, type RunningAudit } from '../../impact/index.ts'
import { impactOffer } from '../../relay/index.ts'
import { failure, named, sessionFrame } from '../frames.ts'
import { shownOffer } from './offering.ts'
import { inOwnRealm, postedId, type Answer, type MemberVisit } from '../visit.ts'

const offerOf = ({ language }: MemberVisit, audit: RunningAudit) =>
  impactOffer({ id: audit.operatorId, name: named(audit, language) }, { language, notice: audit.notice })

/** What was posted; empty means left open, anything else that is no category is none. */
function posted({ body }: MemberVisit) {
  const [sex, race] = [Sex.safeParse(body.get('sex')), Race.safeParse(body.get('race'))]
  return { sex: sex.success ? sex.data : null, race: race.success ? race.data : null }
}

/** Nothing where nobody asks: who was never asked is not told of a survey that does not exist. */
async function pageWith(visit: MemberVisit, problems: readonly Problem[]): Promise<Html | undefined> {
  const audit = await runningAudit(visit.installation)
  const { own, now } = await inOwnRealm(visit, async (work) => ({ own: await ownAnswer(work), now: work.now }))
  const done = visit.query.get('done')
  if (!audit && !own && done === null) return undefined
  return impactPage(await sessionFrame(visit, 'settings'), {
    audit: audit
      ? {
          operatorName: named(audit, visit.language),
          jurisdiction: audit.jurisdiction,
          offer: shownOffer(offerOf(visit, audit), expiryOf('IMPACT_AUDIT', now)),
        }
      : null,
    answers: own ? { ...own.answer, since: own.since.toISOString() } : null,
    chosen: problems.length > 0 ? posted(visit) : (own?.answer ?? { sex: null, race: null }),
    justDone: done === 'saved' ? 'SAVED' : done === 'removed' ? 'REMOVED' : null,
    problems,
  })
}

const missing = async (visit: MemberVisit): Promise<Answer> => ({ page: await failure(visit, 'notFound'), status: 404 })

export const impact = async (visit: MemberVisit): Promise<Answer> =>
  (await pageWith(visit, [])) ?? (await missing(visit))

/** Keeps the answers of somebody whom the audit's law concerns; with every question left open there is nothing to keep. */
export async function answerImpact(visit: MemberVisit): Promise<Answer> {
  const audit = await runningAudit(visit.installation)
  if (!audit) return missing(visit)
  const answer = posted(visit)
  const problems: Problem[] = []
  if (answer.sex === null && answer.race === null) problems.push({ field: 'sex', code: 'required' })
  if (visit.body.get('concerns') !== 'yes') problems.push({ field: 'concerns', code: 'notTicked' })
  if (problems.length > 0) {
    const page = await pageWith(visit, problems)
    return page ? { page, status: 422 } : missing(visit)
  }
  await inOwnRealm(visit, (work) =>
    volunteer(work, { id: postedId(visit, 'impact'), offer: offerOf(visit, audit), answer }),
  )
  return { to: `${paths.impact()}?done=saved` }
}

export async function removeImpact(visit: MemberVisit): Promise<Answer> {
  await inOwnRealm(visit, (work) => takeBackAnswer(work, postedId(visit, 'impact-remove')))
  return { to: `${paths.impact()}?done=removed` }
}
