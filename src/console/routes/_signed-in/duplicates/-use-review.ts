import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import {
  decideDuplicate, decideDuplicateGroup, listDuplicates, undoDuplicate, type Duplicate,
} from '../../../../contract/linkage/linkage.ts' // prettier-ignore
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { words } from './-words.ts'

/** So many pairs are at hand, so that the next one shows at once; they are fetched again when few are left. */
const atHand = 20
const fewLeft = 6

export const queueQuery = queryOptions({
  queryKey: [listDuplicates.id, 'OPEN'],
  queryFn: () => call(listDuplicates, { query: { show: 'OPEN', limit: atHand } }),
  placeholderData: keepPreviousData,
})

export const refreshPairs = () => queries.invalidateQueries({ queryKey: [listDuplicates.id] })

export type Decision = 'SAME' | 'NOT_SAME' | 'LATER'

/** The pairs at hand, which of them is shown, and what deciding does: the page goes on before the server has answered. */
export function useReview() {
  const { data, error, refetch } = useQuery(queueQuery)
  const text = useText(words)
  const toast = useToast()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(0)
  const pairs = (data?.items ?? []).filter(({ id }) => !gone.has(id))
  const place = Math.min(at, Math.max(pairs.length - 1, 0))
  const left = pairs.length

  const put = useCallback((ids: readonly string[], isGone: boolean) => {
    setGone((before) => {
      const after = new Set(before)
      for (const id of ids)
        if (isGone) after.add(id)
        else after.delete(id)
      return after
    })
  }, [])
  const goneOn = useCallback(() => {
    if (left <= fewLeft) void refreshPairs()
  }, [left])

  const decide = useCallback(
    (pair: Duplicate, decision: Decision) => {
      const params = { id: pair.id }
      const message = { SAME: text.sameDone, NOT_SAME: text.differentDone, LATER: text.laterDone }[decision]
      put([pair.id], true)
      const undo = async () => {
        await call(undoDuplicate, { params })
        put([pair.id], false)
        await refreshPairs()
      }
      call(decideDuplicate, { params, body: { decision } })
        .then(() => toast.undoable({ message, onUndo: undo }))
        .then(goneOn)
        .catch((refused: unknown) => {
          put([pair.id], false)
          toast.refuse(refused)
          void refreshPairs()
        })
    },
    [text, toast, put, goneOn],
  )
  const decideGroup = useCallback(
    async (pair: Duplicate) => {
      const { decided } = await call(decideDuplicateGroup, { params: { id: pair.id } })
      await refreshPairs()
      toast.undoable({
        message: text.groupDone(decided.length),
        onUndo: async () => {
          for (const id of decided.toReversed()) await call(undoDuplicate, { params: { id } })
          await refreshPairs()
        },
      })
    },
    [text, toast],
  )
  const fetched = new Set(data?.items.map(({ id }) => id))
  return {
    error,
    refetch,
    isLoaded: data !== undefined,
    pairs,
    place,
    turn: useCallback((by: number) => setAt((now) => Math.max(0, Math.min(now + by, left - 1))), [left]),
    goTo: setAt,
    open: (data?.open ?? 0) - [...gone].filter((id) => fetched.has(id)).length,
    decide,
    decideGroup,
  }
}
