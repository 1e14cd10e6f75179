import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listConnections, listDeliveries, readConnection } from '../../../../contract/intake/connections.ts'
import { call, queries } from '../../../api.ts'

export type View = 'ALL' | 'WAITING' | 'UNUSED'

export const connectionsQuery = queryOptions({
  queryKey: [listConnections.id],
  queryFn: ({ signal }) => call(listConnections, {}, { signal }),
})

export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: [readConnection.id, id],
    queryFn: ({ signal }) => call(readConnection, { params: { id } }, { signal }),
    refetchInterval: 10_000,
  })

export const deliveriesQuery = (id: string, { view, cursor }: { view: View; cursor: string | undefined }) =>
  queryOptions({
    queryKey: [listDeliveries.id, id, view, cursor],
    queryFn: ({ signal }) => call(listDeliveries, { params: { id }, query: { view, cursor, limit: 50 } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

export const refresh = (): Promise<unknown> =>
  Promise.all(
    [listConnections.id, readConnection.id, listDeliveries.id].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  )

/** 256 random bits as text, for a secret that nobody has to remember. */
export const safeKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replaceAll(/[+/=]/g, '')
