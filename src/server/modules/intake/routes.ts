import * as connecting from '../../../contract/intake/connections.ts'
import * as contract from '../../../contract/intake/imports.ts'
import { done } from '../../../contract/route.ts'
import type { Bind } from '../../kernel/http/http.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { alterConnection, connectionOf, openConnection } from './connections/connections.ts'
import { retryDelivery, settleByHand } from './deliveries/deliveries.ts'
import { fieldNames, type Field } from './files/index.ts'
import {
  cancelImport,
  chooseColumns,
  chooseWords,
  importOf,
  readAs,
  startCheck,
  startCommit,
} from './imports/imports.ts'
import { connectionAnswer, foundAnswer, importAnswer, readAnswer, summaryOf } from './imports/present.ts'
import { serveFilesAndHooks } from './raw-routes.ts'
import { personsOf } from './reports.ts'
import { listConnections } from './connections/store-connections.ts'
import { countWaiting, listDeliveries } from './deliveries/store-deliveries.ts'
import { listImports } from './imports/store-imports.ts'
import { firstRows, rowsWithFindings } from './imports/store-rows.ts'

const shownRows = 20
const isField = (text: string): text is Field => (fieldNames as string[]).includes(text)

export function routes(bind: Bind): void {
  importRoutes(bind)
  connectionRoutes(bind)
  bind.raw((app, installation) => serveFilesAndHooks(app, installation, bind.identify))
}

function importRoutes(bind: Bind): void {
  bind.company(contract.listImports, async (work, { query }) => {
    const found = await listImports(work, { after: query.cursor, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    return { imports: shown.map(summaryOf), nextCursor: found.length > query.limit ? shown.at(-1)!.id : null }
  })
  bind.company(contract.readImport, async (work, { params }) => importAnswer(work, await importOf(work, params.id)))
  bind.company(contract.readImportAs, async (work, { params, body }) =>
    importAnswer(work, await readAs(work, { id: params.id, encoding: body.encoding })),
  )
  bind.company(contract.chooseImportColumns, async (work, { params, body }) => {
    const chosen = body.columns.map(({ index, field }) => ({ index, field: field && isField(field) ? field : null }))
    return importAnswer(work, await chooseColumns(work, { id: params.id, chosen }))
  })
  bind.company(contract.chooseImportWords, async (work, { params, body }) =>
    importAnswer(work, await chooseWords(work, { id: params.id, chosen: body.words })),
  )
  bind.company(contract.checkImport, async (work, { params, body }) =>
    importAnswer(work, await startCheck(work, { id: params.id, label: body.label })),
  )
  bind.company(contract.previewImport, async (work, { params, query }) => {
    const found = await importOf(work, params.id)
    const first = query.after === 0 && found.committedAt === null ? await firstRows(work, params.id, shownRows) : []
    const said = await rowsWithFindings(work, params.id, { after: query.after, limit: query.limit + 1 })
    const shown = said.slice(0, query.limit)
    await record(work, {
      action: 'intake.rows-read',
      subject: { kind: 'import', id: params.id },
      detail: { after: query.after, rows: shown.length + first.length },
    })
    return {
      first: await readAnswer(work, found, first),
      found: shown.map(foundAnswer),
      next: said.length > query.limit ? shown.at(-1)!.number : null,
    }
  })
  bind.company(contract.commitImport, async (work, { params }) =>
    importAnswer(work, await startCommit(work, params.id)),
  )
  bind.company(contract.cancelImport, async (work, { params }) => {
    await cancelImport(work, params.id)
    return done
  })
}

async function shownConnection(work: Work, id: string): Promise<connecting.Connection> {
  return connectionAnswer(work, await connectionOf(work, id), (await countWaiting(work)).get(id) ?? 0)
}

/** The answer to a write is kept for a repetition of it, and the address holds the secret by which a system is known. */
const withoutAddress = (connection: connecting.Connection): connecting.Connection => ({ ...connection, address: null })

const states = { ALL: undefined, WAITING: ['WAITING', 'DEAD'], UNUSED: ['UNUSED'] } as const

function connectionRoutes(bind: Bind): void {
  bind.company(connecting.listConnections, async (work) => {
    const waiting = await countWaiting(work)
    const found = (await listConnections(work)).filter(({ connector }) => connector !== 'file')
    return { connections: found.map((one) => connectionAnswer(work, one, waiting.get(one.id) ?? 0)) }
  })
  bind.company(connecting.readConnection, (work, { params }) => shownConnection(work, params.id))
  bind.company(connecting.openConnection, async (work, { body }) => {
    await openConnection(work, { ...body, secret: body.secret ?? null })
    return withoutAddress(await shownConnection(work, body.id))
  })
  bind.company(connecting.changeConnection, async (work, { params, body }) => {
    await alterConnection(work, params.id, body)
    return withoutAddress(await shownConnection(work, params.id))
  })
  bind.company(connecting.listDeliveries, async (work, { params, query }) => {
    await connectionOf(work, params.id)
    const found = await listDeliveries(work, {
      connectionId: params.id,
      states: states[query.view],
      after: query.cursor,
      limit: query.limit + 1,
    })
    const shown = found.slice(0, query.limit)
    const persons = await personsOf(
      work,
      shown.flatMap(({ sourceRecordId }) => sourceRecordId ?? []),
    )
    return {
      deliveries: shown.map((one) => ({
        id: one.id,
        kind: one.kind,
        state: one.state,
        reason: one.reason,
        byteSize: one.byteSize,
        occurredAt: one.occurredAt?.toISOString() ?? null,
        receivedAt: one.receivedAt.toISOString(),
        personId: persons.get(one.sourceRecordId ?? '') ?? null,
      })),
      nextCursor: found.length > query.limit ? shown.at(-1)!.id : null,
    }
  })
  bind.company(connecting.retryDelivery, async (work, { params }) => {
    await retryDelivery(work, params.id)
    return done
  })
  bind.company(connecting.settleDelivery, async (work, { params, body }) => {
    await settleByHand(work, { id: params.id, party: body.party })
    return done
  })
}
