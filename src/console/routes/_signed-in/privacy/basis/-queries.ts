import { queryOptions } from '@tanstack/react-query'
import {
  listAskedPeople,
  listAskings,
  listBasisPeople,
  readAsking,
  readBasisStates,
  type Asking,
} from '../../../../../contract/consent/asking.ts'
import type { Tone } from '../../../../../ui/StatusBadge.tsx'
import { call, queries } from '../../../../api.ts'

export const statesQuery = queryOptions({
  queryKey: [readBasisStates.id],
  queryFn: () => call(readBasisStates, {}),
})

/** One campaign; asked for again while mails leave. */
export const askingQuery = (id: string) =>
  queryOptions({
    queryKey: [readAsking.id, id],
    queryFn: () => call(readAsking, { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.phase === 'MAILING' ? 5_000 : false),
  })

export const refreshAskings = () =>
  Promise.all(
    [readBasisStates.id, listBasisPeople.id, listAskings.id, readAsking.id, listAskedPeople.id].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  )

export const phaseTones: Record<Asking['phase'], Tone> = {
  LISTED: 'wait',
  MAILING: 'busy',
  DONE: 'good',
  STOPPED: 'neutral',
}
