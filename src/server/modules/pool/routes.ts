import { regions } from '../../../contract/pool/pool-terms.ts'
import * as people from '../../../contract/people/people.ts'
import * as contract from '../../../contract/pool/pool.ts'
import { done } from '../../../contract/route.ts'
import { regionNames } from '../../../engines/japanese/index.ts'
import { skillName } from '../../../engines/matching/index.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { withdrawAndLink } from '../linkage/index.ts'
import { resolve } from '../people/index.ts'
import { openings } from '../selection/index.ts'
import { addPerson, correctAndLink } from './add-person.ts'
import { tooMany } from './errors.ts'
import { exportRoute } from './export.ts'
import { refreshFacets } from './facets.ts'
import { personPage, shownRows, timeline } from './people-pages.ts'
import { countFacets, type FacetCount } from './reports.ts'
import { countPeople, searchPeople } from './search.ts'
import * as store from './store.ts'
import { dropTag, keepTag, tagPersons, tags, undoTagging } from './tags.ts'

export function routes(bind: Bind): void {
  listRoutes(bind)
  exportRoute(bind)
  personRoutes(bind)
  tagRoutes(bind)
  segmentRoutes(bind)
}

function listRoutes(bind: Bind): void {
  bind.company(people.listPeople, async (work, { query }) => {
    const { sort, cursor, limit, ...filter } = query
    const { rows, nextCursor } = await searchPeople(work, filter, { sort, cursor, limit })
    // What was typed may be a name, so the audit log keeps which filters were used and not their text.
    const detail = { filters: Object.keys(filter).filter((key) => filter[key as keyof typeof filter] !== undefined) }
    await record(work, { action: 'people.listed', detail: { ...detail, ids: rows.map(({ personId }) => personId) } })
    return { items: await shownRows(work, rows), nextCursor }
  })
  bind.company(people.countPeople, (work, { query }) => countPeople(work, query))
  bind.company(people.listFacets, async (work) => {
    const counted = await countFacets(
      work,
      ['TAG', 'SKILL', 'REGION', 'PREFECTURE', 'CHANNEL', 'STAGE', 'STATE', 'REASON', 'EVALUATION', 'OPENING'],
      60,
    )
    const { ageException } = await company(work)
    return { facets: await labelled(work, counted), ageFilter: ageException !== null }
  })
}

/** Facets with a label where their key is no word of the contract. */
async function labelled(work: Work, counted: readonly FacetCount[]) {
  const names = new Map([
    ...(await tags(work)).map(({ id, name }) => [id, name] as const),
    ...(await openings(work)).map(({ id, title }) => [id, title] as const),
    ...regions.map((region) => [region, regionNames[region].ja] as const),
  ])
  const label = ({ kind, key }: FacetCount) => (kind === 'SKILL' ? skillName(key, 'ja') : (names.get(key) ?? key))
  return counted.map((facet) => ({ ...facet, label: label(facet) }))
}

function personRoutes(bind: Bind): void {
  bind.company(people.createPerson, async (work, { body }) => {
    const added = await addPerson(work, body)
    await record(work, { action: 'people.added', subject: { kind: 'person', id: added.personId } })
    return added
  })
  bind.company(people.readPerson, async (work, { params }) => {
    const page = await personPage(work, params.id)
    await record(work, { action: 'people.read', subject: { kind: 'person', id: page.id } })
    return page
  })
  bind.company(people.readTimeline, async (work, { params }) => {
    await record(work, { action: 'people.timeline-read', subject: { kind: 'person', id: params.id } })
    return { items: await timeline(work, params.id) }
  })
  bind.company(people.withdrawClaim, async (work, { params, body }) => {
    await withdrawAndLink(work, [{ sourceRecordId: body.recordId, claimId: params.claimId }])
    const personId = await resolve(work, params.id)
    await refreshFacets(work, personId)
    await record(work, {
      action: 'people.claim-withdrawn',
      subject: { kind: 'person', id: personId },
      detail: { claimId: params.claimId },
    })
    return { personId }
  })
  bind.company(people.correctField, async (work, { params, body }) => {
    const { personId, shown } = await correctAndLink(work, { personId: params.id, field: params.field, ...body })
    await record(work, {
      action: 'people.corrected',
      subject: { kind: 'person', id: personId },
      detail: { field: params.field },
    })
    return { personId, isShown: shown }
  })
}

const mostTagged = 5_000

function tagRoutes(bind: Bind): void {
  bind.company(contract.listTags, async (work) => ({ items: await tags(work) }))
  bind.company(contract.createTag, (work, { body }) => keepTag(work, { id: newId(), ...body }))
  bind.company(contract.deleteTag, async (work, { params }) => {
    await dropTag(work, params.id)
    await record(work, { action: 'tag.deleted', subject: { kind: 'tag', id: params.id } })
    return done
  })
  bind.company(contract.tagPeople, async (work, { params, body }) => {
    const { operationId, kind, personIds, filter } = body
    const found = filter ? await searchPeople(work, filter, { limit: mostTagged }) : undefined
    if (found?.nextCursor) throw tooMany({ most: mostTagged })
    const ids = [...new Set([...(personIds ?? []), ...(found?.rows.map(({ personId }) => personId) ?? [])])]
    const changed = await tagPersons(work, { id: operationId, tagId: params.id, kind, personIds: ids })
    await record(work, {
      action: 'people.tagged',
      subject: { kind: 'tag', id: params.id },
      detail: { operationId, kind, ...changed },
    })
    return changed
  })
  bind.company(contract.undoTagging, (work, { params }) => undoTagging(work, params.operationId))
}

function segmentRoutes(bind: Bind): void {
  bind.company(contract.listSegments, async (work) => ({
    items: (await store.listSegments(work, work.actor.id)).map(({ staffId, ...segment }) => ({
      ...segment,
      isOwn: staffId === work.actor.id,
    })),
  }))
  bind.company(contract.keepSegment, async (work, { params, body }) => {
    await store.putSegment(work, { id: params.id, staffId: work.actor.id, ...body })
    return done
  })
  bind.company(contract.deleteSegment, async (work, { params }) => {
    await store.deleteSegment(work, params.id)
    return done
  })
}
