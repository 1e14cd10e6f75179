import type { Words } from '../../../../contract/matching.ts'
import { explain } from '../../../../engines/anonymity/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { findMember } from '../../relay/index.ts'
import type { GateReport, Shown } from '../announcements.ts'
import { factsShown, valueWords } from '../network/anonymous.ts'
import { anonymousFactsOf, inNetwork } from '../network/network.ts'
import { heldNetwork } from '../network/held-network.ts'
import { isStanding } from '../network/network-classes.ts'
import { networkGate, networkK } from './recoding.ts'
import { publishedColumns, releaseOne, type Column } from './release.ts'
import { findProfile, readNetwork } from '../network/store-network.ts'
import { releaseStanding } from './store-releases.ts'
import * as store from './store-shown.ts'

export type Seen = {
  column: Column
  /** As others see it, null where it is withheld. */
  shown: Words | null
  cause: GateReport['columns'][string]['cause']
  /** At least so many say the same; null below k, of which the anonymity gate tells nobody. */
  atLeast: number | null
  /** Whether some of what was stated is shown as it is and the rest withheld: skills that not enough others have. */
  isInPart: boolean
}

export type OwnView = {
  /** `SHOWN`: as the last release has it. The others are what the next release would make of what is stated. */
  standing: 'SHOWN' | 'WITHHELD' | 'WAITING' | 'NOT_IN_NETWORK'
  seen: Seen[]
  /** At least so many look the same, the person included; null where nothing is shown. */
  people: number | null
  k: number
}

/**
 * How others see what a member stated, value by value, with what the anonymity gate did and why. Of who is not in the network, or
 * changed something since the last release, it says what a release would do at this moment. Nothing where the
 * installation has no network.
 */
export async function ownView(
  installation: Installation,
  { memberId, stated }: { memberId: string; stated: Parameters<typeof anonymousFactsOf>[0] },
): Promise<OwnView | undefined> {
  const held = await heldNetwork(installation)
  return inNetwork(installation, async (work) => {
    const own = await findProfile(work, memberId)
    const { isWaiting } = await releaseStanding(work)
    if (own?.report && !isWaiting) {
      const isShown = held !== undefined && isStanding(held.network, own.id, work.now)
      return viewOf(isShown ? 'SHOWN' : 'WITHHELD', isShown ? own.report : withheld(own.report))
    }
    const others = (await readNetwork(work)).filter(({ id }) => id !== own?.id)
    const facts = [...others.map((one) => one.facts), anonymousFactsOf(stated)]
    const report = explain(facts, releaseOne(facts, others.length), networkGate)[others.length]!
    return viewOf(own ? 'WAITING' : 'NOT_IN_NETWORK', report)
  })
}

/** Since the release so many left that nothing is shown any more until the next one. */
const withheld = ({ columns }: GateReport): GateReport => ({
  people: 0,
  columns: Object.fromEntries(
    Object.entries(columns).map(([column, { cause, alike }]) => [
      column,
      { shown: null, alike, cause: cause === 'NOT_STATED' ? cause : ('ROW_WITHHELD' as const) },
    ]),
  ),
})

/** Counts of people are told as a floor, so that nobody's coming or going shows in them. */
const floorOf = (count: number): number | null =>
  count < networkK ? null : Math.max(networkK, Math.floor(count / 5) * 5)

/** Skills are withheld one by one, and told as their field only where none is left. */
const isSomeOfThem = ({ cause, shown }: GateReport['columns'][string]): boolean =>
  (cause === 'RARE_VALUE' || cause === 'RARE_COMBINATION') && shown !== null && !shown.startsWith('category:')

function viewOf(standing: OwnView['standing'], { people, columns }: GateReport): OwnView {
  return {
    standing,
    people: floorOf(people),
    k: networkK,
    seen: publishedColumns.flatMap((column) => {
      const one = columns[column]
      if (!one) return []
      const shown = one.shown === null || one.cause === 'NOT_STATED' ? null : valueWords(column, one.shown)
      const isInPart = column === 'skills' && shown !== null && isSomeOfThem(one)
      return [{ column, shown, cause: one.cause, atLeast: floorOf(one.alike), isInPart }]
    }),
  }
}

/** Puts into the member's own log what others can see from here on; nothing is added about who was erased. */
export async function keepShown(
  installation: Installation,
  { id, payload }: { id: string; payload: Shown },
): Promise<void> {
  const opened = { memberId: payload.memberId, actor: systemActor('matching.shown') }
  await inMember(installation, opened, async (work) => {
    const member = await findMember(work)
    if (!member || member.state === 'ERASED') return
    const { published, report, shownAt } = payload
    await store.insertShown(work, { id, published, report, shownAt: new Date(shownAt) })
  })
}

/** The log as a member is handed it: counts of people as floors, 0 below k, as the page tells them. */
export async function shownToCompanies(work: MemberWork): Promise<store.ShownRow[]> {
  const rows = await store.listShown(work, 1000)
  return rows.map((row) => ({ ...row, report: row.report && floored(row.report) }))
}

const floored = ({ people, columns }: GateReport): GateReport => ({
  people: floorOf(people) ?? 0,
  columns: Object.fromEntries(
    Object.entries(columns).map(([column, one]) => [column, { ...one, alike: floorOf(one.alike) ?? 0 }]),
  ),
})

export type ShownSince = { at: Date; values: Words[] }

/** What others could see of the member since when, the latest first. */
export async function shownLog(work: MemberWork): Promise<ShownSince[]> {
  const rows = await store.listShown(work, 20)
  return rows.map(({ shownAt, published }) => ({
    at: shownAt,
    values: published === null ? [] : factsShown(published),
  }))
}
