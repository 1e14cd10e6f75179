import type { z } from 'zod'
import type { Letter, listLetters, Preflight } from '../../../contract/relay.ts'
import type { LetterState, NoLetterReason } from '../../../contract/relay-terms.ts'
import type { Work } from '../../kernel/work.ts'
import { preflightNotFound } from './errors.ts'
import { shownState } from './letters.ts'
import { named, type Shown } from './named.ts'
import * as store from './store-letters.ts'
import * as preflights from './store-preflights.ts'

const storedStates: Record<LetterState, readonly store.StoredState[]> = {
  SCHEDULED: ['READY'],
  QUEUED: ['QUEUED'],
  SENT: ['SENT'],
  FAILED: ['FAILED', 'DEAD'],
  UNKNOWN: ['UNKNOWN'],
  CANCELLED: ['CANCELLED'],
}

type Query = z.output<(typeof listLetters)['query']>

export async function letterPage(work: Work, { state, cursor, limit, applicationId, preflightId }: Query) {
  const found = await store.listLetters(work, {
    applicationId,
    preflightId,
    before: cursor,
    limit: limit + 1,
    states: state && [state].flat().flatMap((one) => storedStates[one]),
  })
  const page = found.slice(0, limit)
  const names = await named(work, page)
  const counts: Partial<Record<LetterState, number>> = {}
  for (const [stored, count] of Object.entries(await store.countLetters(work))) {
    const shown = shownState(stored as store.StoredState)
    counts[shown] = (counts[shown] ?? 0) + count
  }
  return {
    letters: page.map((letter) => wire(letter, names.get(letter.applicationId))),
    counts,
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

const wire = (letter: store.Letter, about: Shown | undefined): Letter => ({
  id: letter.id,
  kind: letter.kind,
  state: shownState(letter.state),
  dueAt: letter.dueAt.toISOString(),
  applicationId: letter.applicationId,
  personId: about?.personId ?? '',
  personName: about?.personName ?? null,
  openingTitle: about?.openingTitle ?? '',
  endedAt: letter.endedAt.toISOString(),
  reason: letter.reason,
  mailId: letter.mailId,
  linkId: letter.linkId,
  stage: letter.stage,
  offer: letter.offer,
  templateVersion: letter.templateVersion,
  basisId: letter.basisId,
  sentAt: letter.sentAt?.toISOString() ?? null,
  canUndo: letter.state === 'READY' || letter.state === 'QUEUED',
})

/** A pre-flight as it was seen, row by row, with the names of today. */
export async function shownPreflight(work: Work, id: string): Promise<Preflight> {
  const found = await preflights.lockPreflight(work, id)
  if (!found) throw preflightNotFound({})
  const rows = await preflights.preflightRows(work, id)
  const names = await named(work, rows)
  const reasons: Partial<Record<NoLetterReason, number>> = {}
  for (const { reason } of rows) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1
  return {
    id,
    kind: found.kind,
    scope: found.scope,
    state: found.state,
    madeAt: found.madeAt.toISOString(),
    approvedAt: found.approvedAt?.toISOString() ?? null,
    sends: rows.filter(({ reason }) => reason === null).length,
    reasons,
    rows: rows.map(({ applicationId, reason, outcome }) => {
      const about = names.get(applicationId)
      return {
        applicationId,
        personId: about?.personId ?? '',
        personName: about?.personName ?? null,
        openingTitle: about?.openingTitle ?? '',
        endedAt: about?.endedAt?.toISOString() ?? null,
        reason,
        outcome,
      }
    }),
  }
}
