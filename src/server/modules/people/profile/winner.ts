import type { FieldValue, SourceKind } from '../../../../contract/people/person-fields.ts'

/** One claim as the winner policy sees it. A null value says that its source no longer states the field. */
export type Claim = {
  id: string
  sourceRecordId: string
  kind: SourceKind
  value: FieldValue | null
  observedAt: Date
  recordedAt: Date
  confidence: number
  /** The claim this one takes back; a claim that withdraws states nothing itself. */
  withdraws?: string | null
}

/**
 * Whom to believe, strongest first: what the person said themselves, what staff corrected, what arrived through a
 * form or a system in use, what an old list held.
 */
export const strength: Record<SourceKind, number> = {
  PERSON: 4,
  MEMBER: 4,
  STAFF: 3,
  FORM: 2,
  WEBHOOK: 2,
  MAIL: 2,
  IMPORT: 1,
}

/** Who may say again what was taken back: the human it is about. */
const ownKinds: ReadonlySet<SourceKind> = new Set(['PERSON', 'MEMBER'])

/**
 * The claims that state something: neither taking back nor taken back. A source that says a value again that was taken
 * back from its very record does not make it stand again, however often it is synchronised; another value of it does.
 */
export function standing<C extends Claim>(claims: readonly C[], sameValue: (value: FieldValue) => string): C[] {
  const withdrawn = new Set(claims.map((claim) => claim.withdraws).filter(Boolean))
  const left = claims.filter((claim) => !claim.withdraws && !withdrawn.has(claim.id))
  if (withdrawn.size === 0) return left
  const valueIn = ({ sourceRecordId, value }: C) => `${sourceRecordId} ${value === null ? '' : sameValue(value)}`
  const refused = new Set(
    claims.filter((claim) => withdrawn.has(claim.id) && claim.value !== null && !ownKinds.has(claim.kind)).map(valueIn),
  )
  return left.filter((claim) => claim.value === null || !refused.has(valueIn(claim)))
}

export type Verdict = { winner: Claim; disagreeing: number }

/**
 * The claim that is shown for one field, and how many other values its sources state. Depends on nothing but the
 * set of claims: their order, and repeats, change nothing. Within one record only its newest claim counts; between
 * records the stronger kind wins, then the newer observation, then the greater confidence.
 */
export function winner(claims: readonly Claim[], sameValue: (value: FieldValue) => string): Verdict | undefined {
  const newest = new Map<string, Claim>()
  for (const claim of standing(claims, sameValue)) {
    const held = newest.get(claim.sourceRecordId)
    if (!held || byTime(claim, held) > 0) newest.set(claim.sourceRecordId, claim)
  }
  const stated = [...newest.values()].filter((claim) => claim.value !== null)
  const best = stated.reduce<Claim | undefined>((held, claim) => (held && beats(held, claim) ? held : claim), undefined)
  if (!best) return undefined
  // Most fields are stated once, and folding a text to compare it is what costs.
  if (stated.length === 1) return { winner: best, disagreeing: 0 }
  const shown = sameValue(best.value as FieldValue)
  const others = new Set(stated.map((claim) => sameValue(claim.value as FieldValue)))
  others.delete(shown)
  return { winner: best, disagreeing: others.size }
}

function beats(one: Claim, other: Claim): boolean {
  const byKind = strength[one.kind] - strength[other.kind]
  if (byKind !== 0) return byKind > 0
  return byTime(one, other) > 0
}

/** Newer observation first; the rest only makes the order total, so that equal times cannot make it depend on arrival. */
function byTime(one: Claim, other: Claim): number {
  return (
    one.observedAt.getTime() - other.observedAt.getTime() ||
    one.confidence - other.confidence ||
    one.recordedAt.getTime() - other.recordedAt.getTime() ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  )
}
