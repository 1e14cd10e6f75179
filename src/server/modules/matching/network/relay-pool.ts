import type { Matches } from '../../../../contract/matching.ts'
import { roundedCount } from '../../../../engines/anonymity/index.ts'
import { matchOpening, type Match as Found, type Opening as Asked } from '../../../../engines/matching/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { networkStanding, operatingMode, whyCutOff, type OperatingMode } from '../../accounts/index.ts'
import { candidateOf, factsShown, toAsk, valueWords } from './anonymous.ts'
import { relayWeights } from '../asked.ts'
import type { RankedClass } from '../assessed/assessed-lists.ts'
import { companySuspended, modeForbids, networkStopped, notVerified } from '../errors.ts'
import { exclusions, facet, inputsHash, nearMissWords, pageOf, type Paged, type Shown } from '../list.ts'
import type { ShownClass, ShownNetwork } from './network-classes.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { networkK } from '../release/recoding.ts'

export type RelayQuery = Paged & {
  asked: Asked
  network: ShownNetwork
  place: Pseudonyms
  asOf: Date
  occupation?: string | undefined
  places?: string | undefined
  /** Whether the list stands in the order of a score, and whether people are selected at all. */
  ranked: boolean
  selects: boolean
}
export type RelayPool = Shown & {
  suppressed: Matches['suppressed']
  inputsHash: string
  asked: Asked
  weights: typeof relayWeights
  /** The classes that fit, for the audit of the ranking. */
  fitting: RankedClass[]
}

/**
 * Throws `matching.mode-forbids` where the mode in force lets no member be shown: `IN_HOUSE` and `GROUP` share
 * nothing outside. Where the operator stopped the network or suspended the company it is that (`matching.network-stopped`,
 * `matching.company-suspended`). Answers the mode otherwise.
 */
export async function requireNetworkMode(work: Work, least: 'INFO_PROVISION' | 'PLACEMENT'): Promise<OperatingMode> {
  const cutOff = await whyCutOff(work)
  if (cutOff) throw cutOff === 'SUSPENDED' ? companySuspended({}) : networkStopped({})
  const mode = await operatingMode(work)
  const isEnough = mode === 'PLACEMENT' || (mode === 'INFO_PROVISION' && least === 'INFO_PROVISION')
  if (!isEnough) throw modeForbids({ mode })
  return mode
}

/** Who may be shown people of the network at all; answers the mode in force. */
export async function requireNetwork(work: Work): Promise<OperatingMode> {
  const mode = await requireNetworkMode(work, 'INFO_PROVISION')
  if ((await networkStanding(work)) === 'UNVERIFIED') throw notVerified({})
  return mode
}

/**
 * The anonymous people of the network for an opening, class by class: of whom the same is told, those fit alike and stand in
 * one row. Where nothing may be ranked or selected (`INFO_PROVISION`, or the company's switch), everyone who asked to be shown
 * stands there in an order that means nothing. It waits for nothing, so that all of it is of one state of the network.
 */
export function relayPool({ asked, network, place, asOf, ...query }: RelayQuery): RelayPool {
  // Neither age, earlier jobs nor a permission to work are known to the network, so none of them is asked.
  const { ageException: _, title: __, ...told } = asked
  const conditions = { ...told, workPermitRequired: false }
  const { classes, suppressed } = network
  // Equal scores stand in the order of their candidates' ids, which is another one in each place.
  const tokens = place.tokensOf(classes.map(({ digest }) => digest))
  const byToken = new Map(tokens.map((token, at) => [token, classes[at]!]))
  const classOf = ({ candidateId }: { candidateId: string }) => byToken.get(candidateId)!
  const countOf = (candidateId: string) => classOf({ candidateId }).count
  const candidates = classes.map(({ published }, at) => candidateOf(tokens[at]!, published, { asked, asOf }))
  const { matches, excluded, nearMisses } = matchOpening(conditions, candidates, {
    asOf,
    weights: relayWeights,
    countOf,
  })
  const listed = query.selects ? matches : tokens.toSorted().map((token) => unranked(asked.id, token))
  const value = (fact: 'occupation' | 'places') => (found: Found) => classOf(found).published[fact]
  const found = listed
    .filter(
      (one) =>
        (query.occupation === undefined || value('occupation')(one) === query.occupation) &&
        (query.places === undefined || value('places')(one) === query.places),
    )
    .map((one) => {
      const open = toAsk(asked, classOf(one).published)
      return { ...one, toVerify: [...one.toVerify, ...open], isKnown: one.isKnown && open.length === 0 }
    })
  const shown =
    query.ranked || !query.selects ? found : found.toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1))
  const onPage = new Set<ShownClass>()
  const items = pageOf({ found: shown, paged: query, ranked: query.ranked }, (one) => {
    const { published, ids } = classOf(one)
    onPage.add(classOf(one))
    return { person: null, anonymous: { refs: place.refsOf(ids()).toSorted(), facts: factsShown(published) } }
  })
  const peopleIn = (all: readonly { count: number }[]) => all.reduce((sum, { count }) => sum + count, 0)
  const counted = (fact: 'occupation' | 'places') =>
    facet(fact, listed, {
      valueOf: value(fact),
      countOf: (one) => classOf(one).count,
      words: (code) => valueWords(fact, code),
    })
  return {
    considered: peopleIn(classes),
    excluded: query.selects ? exclusions(excluded, countOf) : [],
    nearMisses: query.selects ? nearMissWords(nearMisses, networkK) : [],
    facets: [counted('occupation'), counted('places')],
    people: peopleIn(shown.map(classOf)),
    known: query.selects ? peopleIn(shown.filter(({ isKnown }) => isKnown).map(classOf)) : null,
    total: shown.length,
    items,
    fitting: matches.map((one) => {
      const { digest, count } = classOf(one)
      return { digest, count, score: one.score, isOnPage: onPage.has(classOf(one)) }
    }),
    suppressed:
      suppressed === 0 ? null : { count: suppressed < networkK ? null : roundedCount(suppressed), k: networkK },
    asked: conditions,
    inputsHash: inputsHash([conditions, classes.map(({ digest, count }) => [digest, count])]),
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
  isKnown: false,
})
