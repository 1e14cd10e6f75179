import { queryOptions } from '@tanstack/react-query'
import { listNetworkCompanies, readNetworkCompany } from '../contract/network/network-companies.ts'
import { readNetwork } from '../contract/network/network.ts'
import { readNetworkTerms } from '../contract/network/network-terms.ts'
import { call, queries } from './api.ts'

export const networkQuery = queryOptions({ queryKey: [readNetwork.id], queryFn: () => call(readNetwork, {}) })
export const companiesQuery = queryOptions({
  queryKey: [listNetworkCompanies.id],
  queryFn: () => call(listNetworkCompanies, {}),
})
export const companyQuery = (id: string) =>
  queryOptions({ queryKey: [readNetworkCompany.id, id], queryFn: () => call(readNetworkCompany, { params: { id } }) })
export const termsQuery = queryOptions({ queryKey: [readNetworkTerms.id], queryFn: () => call(readNetworkTerms, {}) })

/** After a decision: what every page shows may have changed by it. */
export const refresh = () => queries.invalidateQueries({ refetchType: 'active' })
