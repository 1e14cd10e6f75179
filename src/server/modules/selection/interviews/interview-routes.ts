import * as contract from '../../../../contract/selection/interviews.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { newId } from '../../../kernel/ids.ts'
import { staffMember } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { evaluateOwn } from './evaluations.ts'
import { interviewsOf, recordInterview } from './interviews.ts'
import { shownEvaluation, shownInterview } from '../shapes.ts'

export function interviewRoutes(bind: Bind): void {
  bind.company(contract.keepInterview, async (work, { params, body }) => {
    const { startsAt, endsAt, ...rest } = body
    const kept = await recordInterview(work, {
      ...rest,
      id: params.id,
      startsAt: startsAt === null ? null : new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    })
    return { id: kept.id }
  })
  bind.company(contract.listOwnInterviews, async (work) => {
    const own = await interviewsOf(work, work.actor.id)
    await record(work, {
      action: 'interviews.listed',
      detail: { ids: [...new Set(own.map(({ applicationId }) => applicationId))] },
    })
    const items = own.map(({ evaluation, personName, employer, title, openingTitle, ...one }) => {
      const { staffIds: _staffIds, applicationId: _applicationId, ...shown } = shownInterview(one)
      return {
        ...shown,
        personName,
        employer,
        title,
        openingTitle,
        evaluation: evaluation && shownEvaluation(evaluation),
      }
    })
    return { items }
  })
  bind.company(contract.evaluateInterview, async (work, { params, body }) => {
    const { comment, ...rest } = body
    const evaluator = (await staffMember(work, work.actor.id))?.name ?? ''
    const { evaluationId } = await evaluateOwn(work, {
      id: newId(),
      interviewId: params.id,
      evaluator,
      ...rest,
      ...(comment && { comment }),
    })
    return { id: evaluationId }
  })
}
