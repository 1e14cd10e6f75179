import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import {
  decideDuplicate, decideDuplicateGroup, listDuplicates, undoDuplicate, type Duplicate,
} from '../../../../contract/linkage/linkage.ts' // prettier-ignore
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useWaysBack } from './-ways-back.ts'
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

/** The pairs that are decided, as far as this page knows before it has fetched them again. */
function useGone() {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const put = useCallback((ids: readonly string[], isGone: boolean) => {
    setGone((before) => {
      const after = new Set(before)
      for (const id of ids)
        if (isGone) after.add(id)
        else after.delete(id)
      return after
    })
  }, [])
  return { gone, put }
}

/** Which of the pairs at hand is shown; `showAgain` names the one whose decision was taken back. */
function usePlace(pairs: readonly Duplicate[]) {
  const [at, setAt] = useState(0)
  const [again, showAgain] = useState<string>()
  const left = pairs.length
  const returned = pairs.findIndex(({ id }) => id === again)
  const place = returned >= 0 ? returned : Math.min(at, Math.max(left - 1, 0))
  const goTo = useCallback(
    (to: number) => {
      showAgain(undefined)
      setAt(to)
    },
    [showAgain, setAt],
  )
  const turn = useCallback((by: number) => goTo(Math.max(0, Math.min(place + by, left - 1))), [goTo, place, left])
  return { place, goTo, turn, showAgain }
}

/** The pairs at hand, which of them is shown, and what deciding does: the page goes on before the server has answered. */
export function useReview() {
  const { data, error, refetch } = useQuery(queueQuery)
  const text = useText(words)
  const toast = useToast()
  const { gone, put } = useGone()
  const pairs = (data?.items ?? []).filter(({ id }) => !gone.has(id))
  const { place, goTo, turn, showAgain } = usePlace(pairs)
  const left = pairs.length
  const waysBack = useWaysBack()
  const goneOn = useCallback(() => {
    if (left <= fewLeft) void refreshPairs()
  }, [left])

  const decide = useCallback(
    (pair: Duplicate, decision: Decision) => {
      const params = { id: pair.id }
      const message = { SAME: text.sameDone, NOT_SAME: text.differentDone, LATER: text.laterDone }[decision]
      goTo(place)
      put([pair.id], true)
      const deciding = call(decideDuplicate, { params, body: { decision } })
      const way = waysBack.keep(async () => {
        await deciding
        await call(undoDuplicate, { params })
        put([pair.id], false)
        showAgain(pair.id)
        await refreshPairs()
      })
      deciding
        .then(() => way.offer(message))
        .then(goneOn)
        .catch((refused: unknown) => {
          way.drop()
          put([pair.id], false)
          toast.refuse(refused)
          void refreshPairs()
        })
    },
    [text, toast, put, goneOn, goTo, place, showAgain, waysBack],
  )
  const decideGroup = useCallback(
    async (pair: Duplicate) => {
      const { decided } = await call(decideDuplicateGroup, { params: { id: pair.id } })
      await refreshPairs()
      const way = waysBack.keep(async () => {
        for (const id of decided.toReversed()) await call(undoDuplicate, { params: { id } })
        await refreshPairs()
      })
      way.offer(text.groupDone(pair.group.length))
    },
    [text, waysBack],
  )
  const fetched = new Set(data?.items.map(({ id }) => id))
  return {
    error,
    refetch,
    isLoaded: data !== undefined,
    pairs,
    place,
    turn,
    goTo,
    open: (data?.open ?? 0) - [...gone].filter((id) => fetched.has(id)).length,
    decide,
    decideGroup,
    undoLast: waysBack.goLast,
  }
}
