import * as contract from '../../../../contract/selection/openings.ts'
import { done } from '../../../../contract/route.ts'
import { stages } from '../../../../contract/selection/selection-terms.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { isEnded } from '../history/fold.ts'
import { given } from '../given.ts'
import { flowOf, flowsInUse, keepFlow, usualFlow } from './flows.ts'
import { changeOpening, openOpening, opening, openings } from './openings.ts'
import { countByStage, type StageCount } from '../reports.ts'
import type { Opening } from './store-openings.ts'

export function openingRoutes(bind: Bind): void {
  bind.company(contract.listOpenings, async (work, { query }) => {
    const statuses = query.statuses === undefined ? undefined : [query.statuses].flat()
    return { items: await shownOpenings(work, await openings(work, statuses)) }
  })
  bind.company(contract.readOpening, async (work, { params }) => {
    const found = await opening(work, params.id)
    const [shown] = await shownOpenings(work, [found])
    return { ...shown!, steps: await flowOf(work, found) }
  })
  bind.company(contract.createOpening, async (work, { body }) => {
    const { id } = await openOpening(work, { id: newId(), ...given(body) })
    await record(work, { action: 'opening.created', subject: { kind: 'opening', id } })
    return { id }
  })
  bind.company(contract.changeOpening, async (work, { params, body }) => {
    await changeOpening(work, params.id, given(body))
    await record(work, { action: 'opening.changed', subject: { kind: 'opening', id: params.id } })
    return { id: params.id }
  })
  bind.company(contract.listFlows, async (work) => ({ items: await flowsInUse(work), usual: usualFlow }))
  bind.company(contract.keepFlow, async (work, { params, body }) => {
    await keepFlow(work, { id: params.id, ...body })
    return done
  })
}

async function shownOpenings(work: Work, found: readonly Opening[]) {
  const counted = await countByStage(
    work,
    found.map(({ id }) => id),
  )
  return found.map(({ version: _version, remoteId: _remoteId, openedAt, closedAt, changedAt, ...one }) => {
    const own = counted.filter(({ openingId }) => openingId === one.id)
    const sum = (...states: string[]) =>
      own.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0)
    return {
      ...one,
      openedAt: openedAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
      counts: {
        active: sum('ACTIVE', 'ON_HOLD'),
        offered: sum('OFFERED', 'OFFER_ACCEPTED'),
        hired: sum('HIRED'),
        ended: sum('REJECTED', 'WITHDRAWN', 'OFFER_DECLINED', 'CLOSED_DUPLICATE'),
      },
      stages: stages.map((stage) => ({ stage, count: openAt(own, stage) })).filter(({ count }) => count > 0),
    }
  })
}

function openAt(counted: readonly StageCount[], stage: StageCount['stage']): number {
  return counted
    .filter((one) => one.stage === stage && !isEnded(one.state))
    .reduce((total, { count }) => total + count, 0)
}
