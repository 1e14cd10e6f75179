import type { Work } from '../../kernel/work.ts'
import type { Balances } from './balances.ts'

/** How a company's ledger stands, as the operator knows it. Every function here runs in the operator's realm. */
export type NetworkBalance = Balances & { employerId: string; asOf: Date }

/** Keeps how a ledger stands; an older word than is kept changes nothing. */
export async function putNetworkBalance({ tx, companyId }: Work, balance: NetworkBalance): Promise<void> {
  const { held, counted, debt, slots, referralsPerSlot, nextExpiry, asOf } = balance
  const values = { held, counted, debt, ...slots, referrals_per_slot: referralsPerSlot, next_expiry: nextExpiry }
  await tx
    .insertInto('credits_network_balance')
    .values({ company_id: companyId, employer_id: balance.employerId, ...values, as_of: asOf })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'employer_id'])
        .doUpdateSet({ ...values, as_of: asOf })
        .where('credits_network_balance.as_of', '<', asOf),
    )
    .execute()
}

/** Every company's ledger that has ever moved. */
export async function networkBalances({ tx, companyId }: Work): Promise<NetworkBalance[]> {
  const rows = await tx.selectFrom('credits_network_balance').selectAll().where('company_id', '=', companyId).execute()
  return rows.map(({ available, reserved, spent, expired, ...row }) => ({
    employerId: row.employer_id,
    held: row.held,
    counted: row.counted,
    debt: row.debt,
    slots: { available, reserved, spent, expired },
    referralsPerSlot: row.referrals_per_slot,
    nextExpiry: row.next_expiry,
    asOf: row.as_of,
  }))
}
