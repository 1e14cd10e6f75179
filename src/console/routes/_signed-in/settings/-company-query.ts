import { queryOptions } from '@tanstack/react-query'
import { readCompany, type Company } from '../../../../contract/accounts/accounts.ts'
import { noticesQuery } from '../../../../program/Notices.tsx'
import { call, queries } from '../../../api.ts'
import { sessionQuery } from '../../../session.ts'

export const company = queryOptions({ queryKey: [readCompany.id], queryFn: () => call(readCompany, {}) })

/** Shows the company as it is after a change, wherever the session and the notices depend on it. */
export async function keep(changed: Company): Promise<void> {
  queries.setQueryData(company.queryKey, changed)
  await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  await queries.invalidateQueries({ queryKey: noticesQuery.queryKey })
}
