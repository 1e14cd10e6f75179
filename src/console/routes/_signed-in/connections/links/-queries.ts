import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listLinkWritings, readLinkField, type LinkWriting } from '../../../../../contract/relay/link-field.ts'
import { call, queries } from '../../../../api.ts'

export const linkFieldQuery = (id: string) =>
  queryOptions({
    queryKey: [readLinkField.id, id],
    queryFn: ({ signal }) => call(readLinkField, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.access?.isChecking ? 1_500 : 10_000),
  })

export type View = LinkWriting['state'] | undefined

export const writingsQuery = (id: string, { state, cursor }: { state: View; cursor: string | undefined }) =>
  queryOptions({
    queryKey: [listLinkWritings.id, id, state, cursor],
    queryFn: ({ signal }) =>
      call(listLinkWritings, { params: { id }, query: { state, cursor, limit: 50 } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

export const refresh = (): Promise<unknown> =>
  Promise.all([readLinkField.id, listLinkWritings.id].map((key) => queries.invalidateQueries({ queryKey: [key] })))
