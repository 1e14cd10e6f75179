import type { FieldValue, PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { openRequest } from '../consent/index.ts'
import { recordAndLink } from '../linkage/index.ts'
import { claimsOf, comparedAs, person, recordsOf, standingClaims, type FieldClaim } from '../people/index.ts'
import { proposalGone } from './errors.ts'
import * as store from './store.ts'

type Said = { value: FieldValue; kind: SourceKind; observedAt: Date }

/** A value that another source states, put before the person it is about. */
export type Proposal = {
  claimId: string
  sourceRecordId: string
  field: PersonField
  found: Said
  /** What the person said before; nothing where only others ever stated the field. */
  own: Said | null
}

/** What the person stated themselves; the form of their application is among it. */
const ownKinds: ReadonlySet<SourceKind> = new Set(['PERSON', 'MEMBER', 'FORM'])

/**
 * Where codes are mailed to is changed on its own page alone; a note is the company's, not a statement about the
 * person's life.
 */
const never: ReadonlySet<PersonField> = new Set(['email', 'note'])

/** Of each record its newest word about a field, what was taken back left out; newest first. */
function newestWords(field: PersonField, claims: readonly FieldClaim[]): FieldClaim[] {
  const newest = new Map<string, FieldClaim>()
  for (const claim of standingClaims(claims, (value) => comparedAs(field, value)))
    if (!newest.has(claim.sourceRecordId)) newest.set(claim.sourceRecordId, claim)
  return [...newest.values()].filter(({ value }) => value !== null)
}

const saidBy = ({ value, kind, observedAt }: FieldClaim): Said => ({ value: value as FieldValue, kind, observedAt })

/**
 * What the person is asked about: a value that another source states newer and differently than they did, and one that
 * only others state. Until it is answered the field stays unconfirmed; an answered claim is never asked about again.
 */
export async function proposals(work: Work, personId: string): Promise<Proposal[]> {
  const claims = await claimsOf(work, personId)
  const records = (await recordsOf(work, personId)).map(({ id }) => id)
  const answered = new Set((await store.answersOf(work, records)).map(({ claimId }) => claimId))
  const shown = (await person(work, personId)).fields
  const found: Proposal[] = []
  for (const [field, all] of Map.groupBy(claims, (claim) => claim.field)) {
    if (never.has(field)) continue
    const states = newestWords(field, all)
    const own = states.find(({ kind }) => ownKinds.has(kind))
    const isOther = (claim: FieldClaim) =>
      !ownKinds.has(claim.kind) && !answered.has(claim.id) && isNews(field, claim, own)
    // Where the person said nothing, it is the value shown that they are asked about.
    const isShown = (claim: FieldClaim) =>
      own !== undefined || shown[field]?.value === undefined || isSame(field, claim, shown[field].value)
    const other = states.find((claim) => isOther(claim) && isShown(claim))
    if (!other) continue
    found.push({
      claimId: other.id,
      sourceRecordId: other.sourceRecordId,
      field,
      found: saidBy(other),
      own: own ? saidBy(own) : null,
    })
  }
  return found
}

const isSame = (field: PersonField, claim: FieldClaim, value: FieldValue) =>
  comparedAs(field, claim.value as FieldValue) === comparedAs(field, value)

const isNews = (field: PersonField, claim: FieldClaim, own: FieldClaim | undefined) =>
  !own || (claim.observedAt > own.observedAt && !isSame(field, claim, own.value as FieldValue))

type Answering = {
  /** The caller's own id: repeating it changes nothing. */ id: string
  personId: string
  claimId: string
}

async function open(work: Work, { personId, claimId }: Answering): Promise<Proposal> {
  const found = (await proposals(work, personId)).find((one) => one.claimId === claimId)
  if (!found) throw proposalGone({})
  return found
}

async function answer(
  work: Work,
  { personId }: Answering,
  { claimId, sourceRecordId }: Proposal,
  said: store.Answer['answer'],
) {
  await store.insertAnswer(work, { claimId, sourceRecordId, answer: said })
  await record(work, {
    action: `freshness.${said.toLowerCase() as Lowercase<typeof said>}`,
    subject: { kind: 'person', id: personId },
    detail: { claimId },
  })
}

const label = 'ご本人'

/** It is so: the value stands as the person's own word. Refused when it was answered meanwhile (`freshness.proposal-gone`). */
export async function acceptProposal(work: Work, answering: Answering): Promise<void> {
  const proposal = await open(work, answering)
  const { id, personId } = answering
  const { field, found } = proposal
  const source = { id, kind: 'PERSON' as const, label, observedAt: work.now, personId }
  await recordAndLink(work, { ...source, claims: [{ field, value: found.value }] })
  await answer(work, answering, proposal, 'ACCEPTED')
}

/** It is something else; answers false, and changes nothing, for a value the field cannot hold. */
export async function correctProposal(
  work: Work,
  { value, ...answering }: Answering & { value: string },
): Promise<boolean> {
  const proposal = await open(work, answering)
  const { id, personId } = answering
  const source = { id, kind: 'PERSON' as const, label, observedAt: work.now, personId }
  const { unfit } = await recordAndLink(work, { ...source, claims: [{ field: proposal.field, value }] })
  if (unfit.length > 0) return false
  await answer(work, answering, proposal, 'CORRECTED')
  return true
}

/**
 * It is not so: what the person said before goes on standing. Where they had said nothing, the company is asked to
 * correct what it holds, with its clock.
 */
export async function refuseProposal(work: Work, answering: Answering): Promise<void> {
  const proposal = await open(work, answering)
  const { id, personId } = answering
  await answer(work, answering, proposal, 'REFUSED')
  if (proposal.own) return
  const { field, sourceRecordId } = proposal
  const remark = { code: 'PROPOSAL_REFUSED', field } as const
  await openRequest(work, { id, kind: 'CORRECTION', via: 'PORTAL', personId, sourceRecordId, said: '', remark })
}
