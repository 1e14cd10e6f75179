import { QueryClient } from '@tanstack/react-query'
import { createClient, Refused } from '../contract/client.ts'
import { chosenCompany } from './chosen-company.ts'

/** Calls a route of the contract for the company chosen. Throws `Refused`. */
export const call = createClient({ origin: window.location.origin, company: chosenCompany })

/** A refusal is an answer: only what never arrived, or a server in trouble, is worth another try. */
const retry = (failures: number, error: unknown) => failures < 2 && !(error instanceof Refused && error.status < 500)

export const queries = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 15_000, refetchOnWindowFocus: true } },
})
