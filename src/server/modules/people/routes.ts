import * as contract from '../../../contract/people/people.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { newId } from '../../kernel/ids.ts'
import { record } from '../audit/index.ts'
import { comparedAs } from './profile/fields.ts'
import { standing as standingIn } from './profile/winner.ts'
import { link, merge, unmerge } from './merging/merge.ts'
import { person, resolve } from './profile/profile.ts'
import { claimsOfPerson } from './store-records.ts'

export function routes(bind: Bind): void {
  claimRoutes(bind)
  mergeRoutes(bind)
}

function claimRoutes(bind: Bind): void {
  bind.company(contract.listClaims, async (work, { params, query }) => {
    const id = await resolve(work, params.id)
    const { fields } = await person(work, id)
    const claims = await claimsOfPerson(work, id, query.field)
    const standing = new Set(
      [...Map.groupBy(claims, ({ field }) => field)].flatMap(([field, ofField]) =>
        standingIn(ofField, (value) => comparedAs(field, value)).map((claim) => claim.id),
      ),
    )
    await record(work, {
      action: 'people.claims-read',
      subject: { kind: 'person', id },
      detail: query.field ? { field: query.field } : {},
    })
    return {
      items: claims
        .filter(({ withdraws }) => !withdraws)
        .map((claim) => ({
          id: claim.id,
          field: claim.field,
          value: claim.value,
          source: { kind: claim.kind, label: claim.label, recordId: claim.sourceRecordId },
          observedAt: claim.observedAt.toISOString(),
          recordedAt: claim.recordedAt.toISOString(),
          confidence: claim.confidence,
          isWithdrawn: !standing.has(claim.id),
          isShown:
            fields[claim.field]?.source.recordId === claim.sourceRecordId &&
            fields[claim.field]?.observedAt === claim.observedAt.toISOString(),
        })),
    }
  })
}

function mergeRoutes(bind: Bind): void {
  bind.company(contract.mergePeople, async (work, { params, body }) => {
    const { survivorId, dissolvedId, sourceRecordIds } = await merge(work, {
      id: params.mergeId,
      survivor: body.oneId,
      dissolved: body.otherId,
      reason: 'STAFF',
    })
    await record(work, {
      action: 'people.merged',
      subject: { kind: 'person', id: survivorId },
      detail: { mergeId: params.mergeId, dissolvedId },
    })
    return { survivorId, dissolvedId, recordCount: sourceRecordIds.length }
  })
  bind.company(contract.undoMerge, async (work, { params, body }) => {
    const { survivorId, dissolvedId, sourceRecordIds } = await unmerge(work, { mergeId: params.mergeId, ...body })
    await record(work, {
      action: 'people.unmerged',
      subject: { kind: 'person', id: dissolvedId },
      detail: { mergeId: params.mergeId, survivorId },
    })
    return { survivorId, dissolvedId, recordCount: sourceRecordIds.length }
  })
  bind.company(contract.separateRecord, async (work, { params }) => {
    const personId = newId()
    await link(work, { sourceRecordId: params.recordId, personId, reason: 'SEPARATED' })
    await record(work, {
      action: 'people.record-separated',
      subject: { kind: 'person', id: personId },
      detail: { recordId: params.recordId },
    })
    return { personId }
  })
}
