import type { z } from 'zod'
import type { Letter, listLetters } from '../../../contract/relay.ts'
import type { LetterState } from '../../../contract/relay-terms.ts'
import type { Work } from '../../kernel/work.ts'
import { shownState } from './letters.ts'
import { named, type Shown } from './named.ts'
import * as store from './store-letters.ts'

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
