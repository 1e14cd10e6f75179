import type { NewBasis } from '../../../../contract/consent/consent.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { basisMissing } from '../errors.ts'
import * as store from '../store.ts'

export type RecordedBasis = store.RecordedBasis

/** Records for what purpose and on what ground data is used; the newest of a kind is in force. */
export async function recordBasis(work: Work, basis: NewBasis & { id: string }): Promise<RecordedBasis> {
  await store.insertBasis(work, basis)
  await record(work, {
    action: 'consent.basis-recorded',
    subject: { kind: 'basis', id: basis.id },
    detail: { kind: basis.kind, legalBasis: basis.legalBasis, mailPermission: basis.mailPermission },
  })
  const recorded = await store.findBasis(work, basis.kind)
  if (!recorded) throw new Error('the basis was not recorded')
  return recorded
}

/** What is in force for a kind of use, when anything was recorded. */
export const basis = (work: Work, kind: NewBasis['kind']): Promise<RecordedBasis | undefined> =>
  store.findBasis(work, kind)

/** The same, refused with `consent.basis-missing` when nothing was recorded. */
export async function requireBasis(work: Work, kind: NewBasis['kind']): Promise<RecordedBasis> {
  const found = await store.findBasis(work, kind)
  if (!found) throw basisMissing({ kind })
  return found
}

export const bases = (work: Work): Promise<RecordedBasis[]> => store.listBases(work)

/** A recorded basis by its id, in force or not: what a letter stood on when it left. */
export const basisById = (work: Work, id: string): Promise<RecordedBasis | undefined> => store.findBasisById(work, id)
