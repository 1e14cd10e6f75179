import type { Matches, MatchPool } from '../../../contract/matching.ts'
import type { Stage } from '../../../contract/selection/selection-terms.ts'
import type { Installation } from '../../kernel/installation.ts'
import { newId } from '../../kernel/ids.ts'
import { inCompany, type Actor, type Work } from '../../kernel/work.ts'
import { company, operatingMode } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { opening, type Opening } from '../selection/index.ts'
import { listRanked } from './announcements.ts'
import { askedBy, weightsVersion } from './asked.ts'
import { outcomesOf } from './assessed/assessed-lists.ts'
import { noNetwork, openingNotOpen } from './errors.ts'
import { networkFor } from './network/network.ts'
import { shownTo } from './network/network-classes.ts'
import { ownPool } from './own-pool/own-pool.ts'
import { pseudonymsIn } from './network/pseudonyms.ts'
import { relayPool, requireNetwork } from './network/relay-pool.ts'
import * as store from './store.ts'

export type Query = {
  pool: MatchPool
  page: number
  limit: number
  region?: string | undefined
  stage?: Stage | undefined
  occupation?: string | undefined
  places?: string | undefined
}

export type Caller = { companyId: string; actor: Actor; requestId?: string }

/**
 * One page of the people who fit an opening, of the own pool or anonymous from the relay. Each list is put down in the
 * log and in the audit with its inputs. The relay's people need a mode that allows it (`matching.mode-forbids`), and a
 * company that the operator has verified (`matching.not-verified`), and an opening that is open
 * (`matching.opening-not-open`): people show themselves to be asked for work that there is. The own pool is listed for any opening.
 */
export async function rankForOpening(
  installation: Installation,
  caller: Caller,
  openingId: string,
  query: Query,
): Promise<Matches> {
  if (query.pool === 'OWN') return inCompany(installation, caller, (work) => ownMatches(work, openingId, query))
  return relayMatches(installation, caller, { openingId, query })
}

async function relayMatches(
  installation: Installation,
  caller: Caller,
  { openingId, query }: { openingId: string; query: Query },
): Promise<Matches> {
  const { own, asked } = await inCompany(installation, caller, async (work) => {
    await requireNetwork(work)
    const known = await company(work)
    return { own: known, asked: askedBy(await openOne(work, openingId), known) }
  })
  // No connection is held while the network is read.
  const found = await networkFor(installation, { companyId: caller.companyId, company: own })
  if (!found) throw noNetwork({})
  return inCompany(installation, caller, async (work) => {
    const mode = await requireNetwork(work)
    await openOne(work, openingId)
    const isOff = await store.isRankingOff(work)
    const selects = mode === 'PLACEMENT'
    const ranked = selects && !isOff
    const { fitting, ...pool } = relayPool({
      ...query,
      asked,
      ranked,
      selects,
      asOf: work.now,
      network: shownTo(found.network, found.asker, found.now),
      place: pseudonymsIn(installation, { companyId: caller.companyId, openingId }),
    })
    const unrankedBecause = isOff ? 'RANKING_OFF' : selects ? null : 'INFO_PROVISION'
    const list = await logged(work, { openingId, query, pool, ranked, unrankedBecause })
    if (ranked && found.isAssessing && fitting.length > 0)
      await work.announce(listRanked, {
        subjectId: list.rankingId,
        version: 1,
        payload: { openingId, ...outcomesOf(fitting) },
      })
    return list
  })
}

async function openOne(work: Work, openingId: string): Promise<Opening> {
  const found = await opening(work, openingId)
  if (found.status !== 'OPEN') throw openingNotOpen({ status: found.status })
  return found
}

/** The same of the own pool alone, within a Work. */
export async function ownMatches(work: Work, openingId: string, query: Query): Promise<Matches> {
  const ranked = !(await store.isRankingOff(work))
  const pool = await ownPool(work, openingId, { ...query, ranked })
  return logged(work, { openingId, query, pool, ranked, unrankedBecause: ranked ? null : 'RANKING_OFF' })
}

type Made = {
  openingId: string
  query: Query
  pool: Awaited<ReturnType<typeof ownPool>> | Omit<ReturnType<typeof relayPool>, 'fitting'>
  ranked: boolean
  unrankedBecause: Matches['unrankedBecause']
}

async function logged(work: Work, { openingId, query, pool, ranked, unrankedBecause }: Made): Promise<Matches> {
  const { inputsHash, weights, asked, ...shown } = pool
  const rankingId = newId()
  const version = weightsVersion(weights)
  await store.insertRanking(work, {
    id: rankingId,
    openingId,
    pool: query.pool,
    ranked,
    inputsHash,
    weightsVersion: version,
    considered: pool.considered,
    listed: pool.people,
    asked: { ...asked, narrowed: { region: query.region, stage: query.stage, page: query.page } },
    excluded: pool.excluded.map(({ condition, count }) => ({ condition, count })),
  })
  await record(work, {
    action: 'matching.listed',
    subject: { kind: 'opening', id: openingId },
    detail: {
      rankingId,
      pool: query.pool,
      page: query.page,
      shown: pool.items.flatMap(({ person, anonymous }) => person?.id ?? anonymous?.refs ?? []),
    },
  })
  return {
    setAside: { inProcess: 0, hired: 0, stopped: 0 },
    suppressed: null,
    ...shown,
    openingId,
    pool: query.pool,
    mode: await operatingMode(work),
    ranked,
    unrankedBecause,
    rankingId,
    weightsVersion: version,
    page: query.page,
    limit: query.limit,
  }
}
