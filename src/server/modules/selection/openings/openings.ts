import {
  OpeningConditions,
  openingStatuses,
  type OpeningStatus,
} from '../../../../contract/selection/selection-terms.ts'
import { findForbidden } from '../../../../engines/forbidden/index.ts'
import { searchKey } from '../../../../engines/japanese/index.ts'
import type { z } from 'zod'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { openingChanged } from '../announcements.ts'
import { ageExceptionMissing, flowNotFound, forbiddenNote, openingNotFound } from '../errors.ts'
import { flows } from './flows.ts'
import * as store from './store-openings.ts'
import type { Opening, OpeningRow } from './store-openings.ts'

export type OpeningFacts = {
  title: string
  occupation?: string | null
  department?: string | null
  description?: string | null
  status?: OpeningStatus
  headcount?: number
  flowId?: string | null
  conditions?: z.input<typeof OpeningConditions>
}
export type NewOpening = OpeningFacts & { id: string; connectionId?: string; remoteId?: string }

/**
 * Opens a job to be filled. Idempotent by `id` and by `(connectionId, remoteId)`: said again with other facts, the
 * facts change. An age limit is refused unless the company recorded its exception (`selection.age-exception-missing`).
 */
export async function openOpening(work: Work, { id, connectionId, remoteId, ...facts }: NewOpening): Promise<Opening> {
  const known =
    (await store.findOpening(work, id)) ??
    (connectionId && remoteId ? await store.findRemoteOpening(work, { connectionId, remoteId }) : undefined)
  if (known) return changeOpening(work, known.id, facts)
  const row = await readFacts(work, facts, {
    id,
    title: '',
    titleKey: '',
    occupation: null,
    department: null,
    description: null,
    status: 'OPEN',
    headcount: 1,
    flowId: null,
    conditions: OpeningConditions.parse({}),
    connectionId: connectionId ?? null,
    remoteId: remoteId ?? null,
    openedAt: null,
    closedAt: null,
  })
  await store.insertOpening(work, row)
  await work.announce(openingChanged, { subjectId: id, version: 1, payload: { openingId: id, status: row.status } })
  return opening(work, id)
}

/** Changes what is given and leaves the rest; the same facts again change nothing. */
export async function changeOpening(work: Work, id: string, facts: Partial<OpeningFacts>): Promise<Opening> {
  const { version: _version, changedAt: _changedAt, ...known } = await opening(work, id)
  const before: OpeningRow = { ...known, titleKey: searchKey(known.title) }
  const row = await readFacts(work, facts, before)
  if (JSON.stringify(row) !== JSON.stringify(before)) {
    const version = await store.updateOpening(work, row)
    await work.announce(openingChanged, { subjectId: id, version, payload: { openingId: id, status: row.status } })
  }
  return opening(work, id)
}

async function readFacts(work: Work, facts: Partial<OpeningFacts>, before: OpeningRow): Promise<OpeningRow> {
  const title = (facts.title ?? before.title).trim()
  const description = facts.description === undefined ? before.description : facts.description
  const found = findForbidden(description ?? '', 'OPENING')
  if (found) throw forbiddenNote({ field: 'description', ...found })
  const conditions = facts.conditions ? OpeningConditions.parse(facts.conditions) : before.conditions
  if (conditions.ageLimit && !(await company(work)).ageException) throw ageExceptionMissing({})
  const flowId = facts.flowId === undefined ? before.flowId : facts.flowId
  if (flowId !== null && !(await flows(work)).some((flow) => flow.id === flowId)) throw flowNotFound()
  const status = facts.status ?? before.status
  return {
    ...before,
    title,
    titleKey: searchKey(title),
    occupation: facts.occupation === undefined ? before.occupation : facts.occupation,
    department: facts.department === undefined ? before.department : facts.department,
    description,
    status,
    headcount: facts.headcount ?? before.headcount,
    flowId,
    conditions,
    openedAt: status === 'OPEN' ? (before.openedAt ?? work.now) : before.openedAt,
    closedAt: status === 'CLOSED' ? (before.closedAt ?? work.now) : null,
  }
}

export async function opening(work: Work, id: string): Promise<Opening> {
  const found = await store.findOpening(work, id)
  if (!found) throw openingNotFound()
  return found
}

/** Openings of the given states, those opened last first. */
export const openings = (work: Work, statuses: readonly OpeningStatus[] = openingStatuses): Promise<Opening[]> =>
  store.listOpenings(work, statuses)
