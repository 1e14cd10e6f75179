import { queryOptions } from '@tanstack/react-query'
import { listDataRequests, readDataRequest } from '../../../../../contract/requests/data-requests.ts'
import { call, queries } from '../../../../api.ts'

export const requestQuery = (id: string) =>
  queryOptions({ queryKey: [readDataRequest.id, id], queryFn: () => call(readDataRequest, { params: { id } }) })

export const refreshRequest = (id: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: requestQuery(id).queryKey }),
    queries.invalidateQueries({ queryKey: [listDataRequests.id] }),
  ])
