import type { EventKind } from '../../../contract/webhooks.ts'
import type { Work } from '../../kernel/work.ts'

export type EndpointState = 'ACTIVE' | 'PAUSED' | 'GONE' | 'REMOVED'
export type StoredEndpoint = {
  id: string
  url: string
  label: string
  kinds: EventKind[]
  state: EndpointState
  secretSealed: string
  previousSecretSealed: string | null
  previousUntil: Date | null
  restingUntil: Date | null
  failingSince: Date | null
  recordedAt: Date
}

const columns = [
  'id',
  'url',
  'label',
  'kinds',
  'state',
  'secret_sealed as secretSealed',
  'previous_secret_sealed as previousSecretSealed',
  'previous_until as previousUntil',
  'resting_until as restingUntil',
  'failing_since as failingSince',
  'recorded_at as recordedAt',
] as const

const endpoints = ({ tx, companyId }: Work) =>
  tx.selectFrom('automations_endpoint').select(columns).where('company_id', '=', companyId)

/** Those that were not removed, oldest first. */
export async function listEndpoints(work: Work): Promise<StoredEndpoint[]> {
  const rows = await endpoints(work).where('state', '!=', 'REMOVED').orderBy('recorded_at').orderBy('id').execute()
  return rows as StoredEndpoint[]
}

export async function findEndpoint(work: Work, id: string): Promise<StoredEndpoint | undefined> {
  return (await endpoints(work).where('id', '=', id).executeTakeFirst()) as StoredEndpoint | undefined
}

export async function insertEndpoint(
  { tx, companyId, now }: Work,
  { id, url, label, kinds, secretSealed }: Pick<StoredEndpoint, 'id' | 'url' | 'label' | 'kinds' | 'secretSealed'>,
): Promise<void> {
  await tx
    .insertInto('automations_endpoint')
    .values({
      company_id: companyId,
      id,
      url,
      label,
      kinds,
      state: 'ACTIVE',
      secret_sealed: secretSealed,
      recorded_at: now,
    })
    .execute()
}

export type EndpointChange = Partial<
  Pick<
    StoredEndpoint,
    | 'url'
    | 'label'
    | 'kinds'
    | 'state'
    | 'secretSealed'
    | 'previousSecretSealed'
    | 'previousUntil'
    | 'restingUntil'
    | 'failingSince'
  >
>

/** Writes what is given and leaves the rest. */
export async function updateEndpoint({ tx, companyId }: Work, id: string, change: EndpointChange): Promise<void> {
  await tx
    .updateTable('automations_endpoint')
    .set({
      ...(change.url !== undefined && { url: change.url }),
      ...(change.label !== undefined && { label: change.label }),
      ...(change.kinds !== undefined && { kinds: change.kinds }),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.secretSealed !== undefined && { secret_sealed: change.secretSealed }),
      ...(change.previousSecretSealed !== undefined && { previous_secret_sealed: change.previousSecretSealed }),
      ...(change.previousUntil !== undefined && { previous_until: change.previousUntil }),
      ...(change.restingUntil !== undefined && { resting_until: change.restingUntil }),
      ...(change.failingSince !== undefined && { failing_since: change.failingSince }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
