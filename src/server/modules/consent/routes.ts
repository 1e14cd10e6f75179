import * as contract from '../../../contract/consent/consent.ts'
import { notFound } from '../../kernel/errors.ts'
import type { Bind } from '../../kernel/http/http.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { bases, recordBasis, type RecordedBasis } from './notices/basis.ts'
import { consents } from './decisions/consents.ts'
import { eraseSubject, exportSubject, subjectOf } from './erasures/erasure.ts'
import { paged } from './paged.ts'
import { processingRoutes } from './notices/processing-routes.ts'
import { provisions, provisionsOf } from './decisions/provisions.ts'
import { breachRoutes } from './breaches/breach-routes.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { requestRoutes } from './requests/request-routes.ts'

export function routes(bind: Bind): void {
  bindBases(bind)
  requestRoutes(bind)
  breachRoutes(bind)
  retentionRoutes(bind)
  noticeRoutes(bind)
  processingRoutes(bind)
  bindPeople(bind)
  bind.company(contract.listProvisions, async (work, { query: { cursor, limit } }) => {
    const page = paged(await provisions(work, { before: cursor, limit: limit + 1 }), limit)
    await record(work, { action: 'consent.provisions-read', detail: { count: page.rows.length } })
    return { provisions: page.rows, nextCursor: page.nextCursor }
  })
}

function bindBases(bind: Bind): void {
  bind.company(contract.listBases, async (work) => ({ bases: (await bases(work)).map(basisShown) }))
  bind.company(contract.recordBasis, async (work, { body }) => basisShown(await recordBasis(work, body)))
}

function bindPeople(bind: Bind): void {
  bind.company(contract.readPersonConsents, async (work, { params }) => {
    const subject = await known(work, params.personId)
    await record(work, { action: 'consent.read', subject: { kind: 'person', id: subject.personId } })
    const held = await consents(work, subject)
    return {
      consents: held.map((decided) => ({
        ...decided,
        occurredAt: decided.occurredAt.toISOString(),
        expiresAt: decided.expiresAt?.toISOString() ?? null,
      })),
      provisions: await provisionsOf(work, subject),
    }
  })
  bind.company(contract.exportPerson, async (work, { params }) => ({
    exportedAt: work.now.toISOString(),
    held: await exportSubject(work, await known(work, params.personId)),
  }))
  bind.company(contract.erasePerson, async (work, { params, body }) => {
    const { erasureId, erasedAt } = await eraseSubject(work, { ...(await known(work, params.personId)), id: body.id })
    return { erasureId, erasedAt: erasedAt.toISOString() }
  })
}

async function known(work: Work, personId: string) {
  const subject = await subjectOf(work, personId)
  if (!subject) throw notFound({ what: 'person' })
  return subject
}

const basisShown = (basis: RecordedBasis) => ({ ...basis, recordedAt: basis.recordedAt.toISOString() })
