import * as contract from '../../../../contract/relay/letter-trials.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { cursorText, readCursor } from '../letters/lists/cursors.ts'
import { listTrials } from './store-trials.ts'
import { shownTrial, trialReport } from './trial-report.ts'
import { endTrial, startTrial } from './trials.ts'

export function trialRoutes(bind: Bind): void {
  bind.company(contract.startTrial, async (work, { body }) => shownTrial(await startTrial(work, body)))
  bind.company(contract.listTrials, async (work, { query: { cursor, limit, state } }) => {
    const found = await listTrials(work, { state, after: readCursor(cursor), limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    return { trials: page.map(shownTrial), nextCursor: last ? cursorText({ at: last.startedAt, id: last.id }) : null }
  })
  bind.company(contract.readTrial, (work, { params: { id } }) => trialReport(work, id))
  bind.company(contract.endTrial, async (work, { params: { id }, body: { keep } }) =>
    shownTrial(await endTrial(work, { id, keep })),
  )
}
