import type { PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { TestCompany } from '../accounts/testing.ts'
import { recordSource } from './records.ts'

export type TestPerson = { personId: string; sourceRecordId: string }

type Made = Partial<Record<PersonField, unknown>> & {
  kind?: SourceKind
  connectionId?: string
  remoteId?: string
  label?: string
  observedAt?: Date
  /** The id of a person the record is to belong to. */
  personId?: string
}

/** A person with one source record that states the given fields; 佐藤 直子 unless a name is given. */
export async function aPerson(company: TestCompany, made: Made = {}): Promise<TestPerson> {
  const { kind = 'FORM', connectionId, remoteId, label = '応募フォーム', observedAt, personId, ...fields } = made
  const stated: Partial<Record<PersonField, unknown>> = { name: '佐藤 直子', ...fields }
  return company.work((work) =>
    recordSource(work, {
      id: newId(),
      kind,
      label,
      observedAt: observedAt ?? work.now,
      ...(connectionId && { connectionId }),
      ...(remoteId && { remoteId }),
      ...(personId && { personId }),
      claims: Object.entries(stated).map(([field, value]) => ({ field: field as PersonField, value })),
    }),
  )
}
