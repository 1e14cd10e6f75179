import type { Sending } from '../../../contract/webhooks.ts'
import * as contract from '../../../contract/webhooks.ts'
import { done } from '../../../contract/route.ts'
import type { Bind } from '../../kernel/http/http.ts'
import * as endpoints from './endpoints.ts'
import { testEndpoint } from './events.ts'
import { replaySendings, retrySending } from './sendings.ts'
import { listEndpoints } from './store-endpoints.ts'
import { countSendings, listSendings, type StoredSending } from './store-sendings.ts'

const views = {
  ALL: ['READY', 'HELD', 'DONE', 'DEAD'],
  WAITING: ['READY', 'HELD'],
  DEAD: ['DEAD'],
} satisfies Record<string, Sending['state'][]>

export function routes(bind: Bind): void {
  bind.company(contract.listEndpoints, async (work) => {
    const counts = await countSendings(work)
    const found = await listEndpoints(work)
    return { endpoints: found.map((one) => endpoints.present(work, one, counts.get(one.id))) }
  })
  bind.company(contract.readEndpoint, async (work, { params }) => {
    const counts = await countSendings(work)
    return endpoints.present(work, await endpoints.endpointOf(work, params.id), counts.get(params.id))
  })
  bind.company(contract.openEndpoint, async (work, { body }) =>
    endpoints.present(work, await endpoints.openEndpoint(work, body)),
  )
  bind.company(contract.changeEndpoint, async (work, { params, body }) =>
    endpoints.present(work, await endpoints.changeEndpoint(work, params.id, body)),
  )
  bind.company(contract.removeEndpoint, async (work, { params }) => {
    await endpoints.removeEndpoint(work, params.id)
    return done
  })
  bind.company(contract.readEndpointSecret, async (work, { params }) => ({
    secret: await endpoints.tellSecret(work, params.id),
  }))
  bind.company(contract.rotateEndpointSecret, async (work, { params }) =>
    endpoints.present(work, await endpoints.rotateSecret(work, params.id)),
  )
  bind.company(contract.testEndpoint, async (work, { params }) => {
    await testEndpoint(work, params.id)
    return done
  })
  sendingRoutes(bind)
}

function sendingRoutes(bind: Bind): void {
  bind.company(contract.listSendings, async (work, { params, query }) => {
    await endpoints.endpointOf(work, params.id)
    const states = views[query.view]
    const asked = { endpointId: params.id, states, after: query.cursor, limit: query.limit + 1 }
    const found = await listSendings(work, asked)
    const shown = found.slice(0, query.limit)
    return { sendings: shown.map(sendingAnswer), nextCursor: found.length > query.limit ? shown.at(-1)!.id : null }
  })
  bind.company(contract.retrySending, async (work, { params }) => {
    await retrySending(work, params.id)
    return done
  })
  bind.company(contract.replaySendings, async (work, { params, body }) => ({
    sendings: await replaySendings(work, { id: params.id, since: new Date(body.since), only: body.only }),
  }))
}

function sendingAnswer(sending: StoredSending): Sending {
  const { id, eventId, kind, state, tries, lastStatus, lastError, lastTriedAt, dueAt, recordedAt, data } = sending
  return {
    id,
    eventId,
    kind,
    state,
    tries,
    lastStatus,
    lastError,
    lastTriedAt: lastTriedAt?.toISOString() ?? null,
    dueAt: state === 'READY' ? dueAt.toISOString() : null,
    recordedAt: recordedAt.toISOString(),
    data,
  }
}
