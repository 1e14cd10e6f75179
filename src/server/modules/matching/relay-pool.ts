import type { Matches } from '../../../contract/matching.ts'
import { roundedCount } from '../../../engines/anonymity/index.ts'
import { matchOpening, type Match as Found, type Opening as Asked } from '../../../engines/matching/index.ts'
import type { Work } from '../../kernel/work.ts'
import { company, operatingMode, type OperatingMode } from '../accounts/index.ts'
import { opening } from '../selection/index.ts'
import { candidateOf, factsShown, toAsk, valueWords } from './anonymous.ts'
import { askedBy, relayWeights } from './asked.ts'
import type { Outcome } from './assessed.ts'
import { modeForbids } from './errors.ts'
import { exclusions, facet, inputsHash, nearMissWords, pageOf, type Paged, type Shown } from './list.ts'
import type { Network } from './network.ts'
import { networkK } from './recoding.ts'

export type RelayQuery = Paged & { occupation?: string | undefined; places?: string | undefined; ranked: boolean }
export type RelayPool = Shown & {
  suppressed: Matches['suppressed']
  inputsHash: string
  asked: Asked
  weights: typeof relayWeights
  /** Who was ranked, by reference, and who of them stands on the page; empty where nothing is ranked. */
  outcomes: Outcome[]
}

/**
 * Throws `matching.mode-forbids` where the mode in force lets no member be shown: `IN_HOUSE` and `GROUP` share
 * nothing outside. Answers the mode otherwise.
 */
export async function requireNetworkMode(work: Work, least: 'INFO_PROVISION' | 'PLACEMENT'): Promise<OperatingMode> {
  const mode = await operatingMode(work)
  const isEnough = mode === 'PLACEMENT' || (mode === 'INFO_PROVISION' && least === 'INFO_PROVISION')
  if (!isEnough) throw modeForbids({ mode })
  return mode
}

/**
 * The anonymous people of the network for an opening. Where nothing may be ranked or selected (`INFO_PROVISION`, or the
 * company's switch), everyone who asked to be shown stands there in an order that means nothing.
 */
export async function relayPool(
  work: Work,
  openingId: string,
  { network: { people, suppressed }, ...query }: RelayQuery & { network: Network; selects: boolean },
): Promise<RelayPool> {
  const asked = askedBy(await opening(work, openingId), await company(work))
  const byRef = new Map(people.map(({ ref, published }) => [ref, published]))
  // Neither age nor earlier jobs are known to the network, so neither is asked.
  const { ageException: _, title: __, ...conditions } = asked
  const candidates = people.map(({ ref, published }) => candidateOf(ref, published, { asked, asOf: work.now }))
  const { matches, excluded, nearMisses } = matchOpening(conditions, candidates, {
    asOf: work.now,
    weights: relayWeights,
  })
  const inNoOrder = candidates
    .map(({ id }) => unranked(openingId, id))
    .toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1))
  const listed = query.selects ? matches : inNoOrder
  const value = (fact: 'occupation' | 'places') => (found: Found) => byRef.get(found.candidateId)?.[fact]
  const found = listed
    .filter(
      (one) =>
        (query.occupation === undefined || value('occupation')(one) === query.occupation) &&
        (query.places === undefined || value('places')(one) === query.places),
    )
    .map((one) => ({ ...one, toVerify: [...one.toVerify, ...toAsk(asked, byRef.get(one.candidateId)!)] }))
  const shown =
    query.ranked || !query.selects ? found : found.toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1))
  // Nobody can tell those apart of whom the same is told, so they stand in one row.
  const told = ({ candidateId }: Found) => JSON.stringify(byRef.get(candidateId))
  const alike = Map.groupBy(shown, told)
  const items = pageOf(
    { found: [...alike.values()].map(([first]) => first!), paged: query, ranked: query.ranked },
    (one) => ({
      person: null,
      anonymous: {
        refs: alike.get(told(one))!.map(({ candidateId }) => candidateId),
        facts: factsShown(byRef.get(one.candidateId)!),
      },
    }),
  )
  const onPage = new Set(items.flatMap(({ anonymous }) => anonymous?.refs ?? []))
  return {
    considered: people.length,
    excluded: query.selects ? exclusions(excluded) : [],
    nearMisses: query.selects ? nearMissWords(nearMisses, networkK) : [],
    facets: [
      facet('occupation', listed, value('occupation'), (code) => valueWords('occupation', code)),
      facet('places', listed, value('places'), (code) => valueWords('places', code)),
    ],
    people: shown.length,
    total: alike.size,
    items,
    outcomes: query.ranked
      ? matches.map(({ candidateId: ref, score }) => ({ ref, score, isShown: onPage.has(ref) }))
      : [],
    suppressed:
      suppressed === 0 ? null : { count: suppressed < networkK ? null : roundedCount(suppressed), k: networkK },
    asked: conditions,
    inputsHash: inputsHash([conditions, candidates]),
    weights: relayWeights,
  }
}

const unranked = (openingId: string, candidateId: string): Found => ({
  openingId,
  candidateId,
  score: 0,
  parts: [],
  missingFacts: [],
  toVerify: [],
})
