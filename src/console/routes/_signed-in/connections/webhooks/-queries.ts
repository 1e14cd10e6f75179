import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listEndpoints, listSendings, readEndpoint } from '../../../../../contract/webhooks.ts'
import { call, queries } from '../../../../api.ts'

export type View = 'ALL' | 'WAITING' | 'DEAD'

export const endpointsQuery = queryOptions({
  queryKey: [listEndpoints.id],
  queryFn: ({ signal }) => call(listEndpoints, {}, { signal }),
})

export const endpointQuery = (id: string) =>
  queryOptions({
    queryKey: [readEndpoint.id, id],
    queryFn: ({ signal }) => call(readEndpoint, { params: { id } }, { signal }),
    refetchInterval: 5_000,
  })

export const sendingsQuery = (id: string, { view, cursor }: { view: View; cursor: string | undefined }) =>
  queryOptions({
    queryKey: [listSendings.id, id, view, cursor],
    queryFn: ({ signal }) => call(listSendings, { params: { id }, query: { view, cursor, limit: 50 } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  })

export const refresh = (): Promise<unknown> =>
  Promise.all(
    [listEndpoints.id, readEndpoint.id, listSendings.id].map((key) => queries.invalidateQueries({ queryKey: [key] })),
  )
