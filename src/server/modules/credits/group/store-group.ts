import type { Selectable } from 'kysely'
import type { GroupLinkState } from '../../../../contract/credits/credit-group.ts'
import type { DB } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type GroupLink = {
  id: string
  other: 'PARENT' | 'SUBSIDIARY'
  otherId: string | null
  otherName: string | null
  otherNumber: string
  state: GroupLinkState
  version: number
  declaredAt: Date
  settledAt: Date | null
}

const linkOf = (row: Selectable<DB['credits_group_link']>): GroupLink => ({
  id: row.id,
  other: row.other as GroupLink['other'],
  otherId: row.other_id,
  otherName: row.other_name,
  otherNumber: row.other_number,
  state: row.state as GroupLinkState,
  version: Number(row.version),
  declaredAt: row.declared_at,
  settledAt: row.settled_at,
})

/** Writes a link, or what changed of it. */
export async function putLink({ tx, companyId }: Work, link: GroupLink): Promise<void> {
  await tx
    .insertInto('credits_group_link')
    .values({
      company_id: companyId,
      id: link.id,
      other: link.other,
      other_id: link.otherId,
      other_name: link.otherName,
      other_number: link.otherNumber,
      state: link.state,
      version: link.version,
      declared_at: link.declaredAt,
      settled_at: link.settledAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        other_id: e.ref('excluded.other_id'),
        other_name: e.ref('excluded.other_name'),
        state: e.ref('excluded.state'),
        version: e.ref('excluded.version'),
        settled_at: e.ref('excluded.settled_at'),
      })),
    )
    .execute()
}

export async function lockLink({ tx, companyId }: Work, id: string): Promise<GroupLink | undefined> {
  const row = await tx
    .selectFrom('credits_group_link')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && linkOf(row)
}

export async function groupLinks({ tx, companyId }: Work): Promise<GroupLink[]> {
  const rows = await tx
    .selectFrom('credits_group_link')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('declared_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(linkOf)
}

export type GroupTransfer = {
  id: string
  linkId: string
  direction: 'OUT' | 'IN'
  slots: number
  reason: string
  state: 'IN_TRANSIT' | 'DELIVERED' | 'RETURNED'
  refused: string | null
  sentAt: Date
  settledAt: Date | null
}

const transferOf = (row: Selectable<DB['credits_group_transfer']>): GroupTransfer => ({
  id: row.id,
  linkId: row.link_id,
  direction: row.direction as GroupTransfer['direction'],
  slots: row.slots,
  reason: row.reason,
  state: row.state as GroupTransfer['state'],
  refused: row.refused,
  sentAt: row.sent_at,
  settledAt: row.settled_at,
})

/** Writes a transfer, or how it ended. */
export async function putTransfer({ tx, companyId, actor }: Work, transfer: GroupTransfer): Promise<void> {
  await tx
    .insertInto('credits_group_transfer')
    .values({
      company_id: companyId,
      id: transfer.id,
      link_id: transfer.linkId,
      direction: transfer.direction,
      slots: transfer.slots,
      reason: transfer.reason,
      state: transfer.state,
      refused: transfer.refused,
      actor_id: actor.id,
      sent_at: transfer.sentAt,
      settled_at: transfer.settledAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        state: e.ref('excluded.state'),
        refused: e.ref('excluded.refused'),
        settled_at: e.ref('excluded.settled_at'),
      })),
    )
    .execute()
}

export async function lockTransfer({ tx, companyId }: Work, id: string): Promise<GroupTransfer | undefined> {
  const row = await tx
    .selectFrom('credits_group_transfer')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && transferOf(row)
}

export async function latestTransfers({ tx, companyId }: Work, most = 100): Promise<GroupTransfer[]> {
  const rows = await tx
    .selectFrom('credits_group_transfer')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(transferOf)
}
