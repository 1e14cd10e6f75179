import type { LinkageRules } from '../../../contract/linkage/linkage-terms.ts'
import type { LinkageWhatIf } from '../../../contract/linkage/linkage-rules.ts'
import { refusal } from '../../kernel/errors.ts'
import type { Work } from '../../kernel/work.ts'
import { outcomeUnder, type Outcome } from './comparing/outcome.ts'
import { pairHistory, type PastPair } from './review/store-history.ts'
import { insertRules, rulesInForce, type RulesVersion } from './store-rules.ts'

export const rulesOutdated = refusal<{ version: number }>('linkage.rules-outdated', 409)

/**
 * Puts rules in force as the version after `basedOn`, for records that come in from then on. The rules in force given
 * again change nothing; another version in force than the one looked at is refused (`linkage.rules-outdated`).
 */
export async function changeRules(
  work: Work,
  { rules, basedOn }: { rules: LinkageRules; basedOn: number },
): Promise<RulesVersion & { isChanged: boolean }> {
  const before = await rulesInForce(work)
  if (JSON.stringify(inOrder(before.rules)) === JSON.stringify(inOrder(rules))) return { ...before, isChanged: false }
  if (before.version !== basedOn || !(await insertRules(work, { version: basedOn + 1, rules })))
    throw rulesOutdated({ version: before.version })
  return { ...(await rulesInForce(work)), isChanged: true }
}

const inOrder = ({ likelyFrom, routes }: LinkageRules) => [
  likelyFrom,
  ...Object.entries(routes)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, { treat, certainFrom }]) => [kind, treat, certainFrom]),
]

/** As many pairs as are looked back on. */
const mostPairs = 20_000

/** What rules would have made of the pairs on record. Pairs that were forgotten are not on record. */
export async function tryRules(work: Work, rules: LinkageRules): Promise<LinkageWhatIf> {
  const pairs = await pairHistory(work, mostPairs)
  const found = pairs.map((pair) => ({ ...pair, was: outcomeOf(pair), would: outcomeUnder(rules, pair) }))
  const joining = found.filter(({ was, would }) => was === 'WAIT' && would === 'JOIN')
  const forgotten = found.filter(({ would }) => would === 'FORGET')
  return {
    looked: pairs.length,
    since: pairs.at(-1)?.recordedAt.toISOString() ?? null,
    differ: found.filter(({ was, would }) => was !== would).length,
    wouldJoin: {
      pairs: joining.length,
      same: joining.filter(({ state }) => state === 'SAME').length,
      notSame: joining.filter(({ state }) => state === 'NOT_SAME').length,
    },
    wouldWait: found.filter(({ was, would }) => was === 'JOIN' && would === 'WAIT').length,
    wouldForget: { pairs: forgotten.length, same: forgotten.filter(({ state }) => state === 'SAME').length },
  }
}

const outcomeOf = ({ state }: PastPair): Outcome => (state === 'JOINED' ? 'JOIN' : 'WAIT')
