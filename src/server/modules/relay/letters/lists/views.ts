import type { z } from 'zod'
import type { Letter, listLetters as Listing } from '../../../../../contract/relay/relay.ts'
import type { LetterState } from '../../../../../contract/relay/relay-terms.ts'
import type { Work } from '../../../../kernel/work.ts'
import { cursorText, readCursor } from './cursors.ts'
import { shownState } from '../letters.ts'
import { named, type Shown } from './named.ts'
import { soughtPage } from './search.ts'
import { listLetters, type Place } from './store-letter-list.ts'
import * as store from '../store-letters.ts'

const storedStates: Record<LetterState, readonly store.StoredState[]> = {
  SCHEDULED: ['READY'],
  QUEUED: ['QUEUED'],
  SENT: ['SENT'],
  FAILED: ['FAILED', 'DEAD'],
  UNKNOWN: ['UNKNOWN'],
  CANCELLED: ['CANCELLED'],
}

type Query = z.output<(typeof Listing)['query']>
export type LettersAsked = Omit<Query, 'cursor' | 'limit'>

const filterOf = ({ state, dueFrom, dueUntil, ...rest }: LettersAsked) => ({
  ...rest,
  ...(dueFrom && { dueFrom: new Date(dueFrom) }),
  ...(dueUntil && { dueUntil: new Date(dueUntil) }),
  states: state && [state].flat().flatMap((one) => storedStates[one]),
})

/** One page of the letters that were asked for, from a place in their order. */
export const lettersAsked = (work: Work, asked: LettersAsked, place: { after: Place | undefined; limit: number }) =>
  soughtPage(work, {
    text: asked.text,
    ...place,
    read: (from) => listLetters(work, { ...filterOf(asked), ...from }),
    placeOf: ({ dueAt, id }) => ({ at: dueAt, id }),
  })

export async function letterPage(work: Work, { cursor, limit, ...asked }: Query) {
  const { page, next } = await lettersAsked(work, asked, { after: readCursor(cursor), limit })
  const names = await named(work, page)
  const counts: Partial<Record<LetterState, number>> = {}
  for (const [stored, count] of Object.entries(await store.countLetters(work))) {
    const shown = shownState(stored as store.StoredState)
    counts[shown] = (counts[shown] ?? 0) + count
  }
  return {
    letters: page.map((letter) => wire(letter, names.get(letter.applicationId))),
    counts,
    nextCursor: next && cursorText(next),
  }
}

/** A letter as it is shown. */
export const wire = (letter: store.Letter, about: Shown | undefined): Letter => ({
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
