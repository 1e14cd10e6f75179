import * as contract from '../../../../contract/relay/link-field.ts'
import { done } from '../../../../contract/route.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { connectionOf, giveAccess, recheckAccess, takeAccessBack } from '../../intake/index.ts'
import { personsById } from '../../people/index.ts'
import { applicationsById } from '../../selection/index.ts'
import { changeLinkField, linkField, retryWriting } from './link-field.ts'
import { listWritings } from './store-link-writings.ts'

/** Letter links that are written into a field of the system the applications came from. */
export function linkFieldRoutes(bind: Bind): void {
  bind.company(contract.readLinkField, (work, { params: { id } }) => linkField(work, id))
  bind.company(contract.giveAccess, async (work, { params: { id }, body }) => {
    await giveAccess(work, { connectionId: id, ...body, userId: body.userId ?? null })
    return done
  })
  bind.company(contract.recheckAccess, async (work, { params: { id } }) => {
    await recheckAccess(work, id)
    return done
  })
  bind.company(contract.takeAccessBack, async (work, { params: { id } }) => {
    await takeAccessBack(work, id)
    return done
  })
  bind.company(contract.changeLinkField, async (work, { params: { id }, body }) => {
    await changeLinkField(work, { connectionId: id, ...body })
    return done
  })
  bind.company(contract.listLinkWritings, async (work, { params: { id }, query }) => {
    await connectionOf(work, id)
    return page(work, { connectionId: id, only: query.state, after: query.cursor, limit: query.limit })
  })
  bind.company(contract.retryLinkWriting, async (work, { params: { id } }) => {
    await retryWriting(work, id)
    return done
  })
}

async function page(work: Work, { limit, ...asked }: Parameters<typeof listWritings>[1]) {
  const found = await listWritings(work, { ...asked, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const applications = await applicationsById(
    work,
    shown.map(({ applicationId }) => applicationId),
  )
  const persons = await personsById(work, [...new Set([...applications.values()].map(({ personId }) => personId))])
  // By their applications: the audit knows whose those are.
  const ids = shown.map(({ applicationId }) => applicationId)
  await record(work, { action: 'relay.link-writings-read', detail: { connectionId: asked.connectionId, ids } })
  return {
    writings: shown.map((one) => {
      const about = applications.get(one.applicationId)
      const person = about && persons.get(about.personId)
      const name = person?.state === 'ERASED' ? undefined : person?.fields.name?.value
      return {
        id: one.id,
        personId: person && person.state !== 'ERASED' ? person.id : null,
        personName: typeof name === 'string' ? name : null,
        openingTitle: about?.openingTitle ?? null,
        letterId: one.letterId,
        state: one.shown,
        reason: one.reason,
        tries: one.tries,
        nextTryAt: one.shown === 'WAITING' ? one.dueAt.toISOString() : null,
        writtenAt: one.writtenAt?.toISOString() ?? null,
        changedAt: one.changedAt.toISOString(),
      }
    }),
    nextCursor: found.length > limit ? shown.at(-1)!.id : null,
  }
}
