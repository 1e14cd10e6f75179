import { queryOptions, useQuery } from '@tanstack/react-query'
import { listStaff } from '../../contract/accounts/accounts.ts'
import {
  listRetentionPeople,
  listRetentionRules,
  listRetentionRuns,
  readRetentionRun,
  type RetentionRun,
} from '../../contract/retention/retention.ts'
import { call, queries } from '../api.ts'

export const rulesQuery = queryOptions({
  queryKey: [listRetentionRules.id],
  queryFn: () => call(listRetentionRules, {}),
})

export const staffQuery = queryOptions({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}) })

/** Whether something happens on a run by itself, now or once its wait is over. */
export const isWorking = ({ phase, isStuck, startsAt }: RetentionRun): boolean =>
  !isStuck &&
  (phase === 'LISTING' || (phase === 'SCHEDULED' && startsAt !== null && Date.parse(startsAt) <= Date.now()))

/** One run; asked for again every second while there is work on it. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [readRetentionRun.id, id],
    queryFn: () => call(readRetentionRun, { params: { id } }),
    refetchInterval: ({ state }) =>
      state.data && isWorking(state.data) ? 1_000 : state.data?.phase === 'SCHEDULED' ? 20_000 : false,
  })

/**
 * Whether a run can be carried out as the rules are: one for members only while the rule that it was made by is the one
 * in force. True until that is known; the server asks in any case.
 */
export function useInForce(run: RetentionRun | undefined): boolean {
  const isOfMembers = run?.kind === 'MEMBERS'
  const { data } = useQuery({ ...rulesQuery, enabled: isOfMembers })
  const rule = data?.rules.find((one) => one.class === 'MEMBER')
  if (!isOfMembers || !rule) return true
  return rule.isOn && run.rules.MEMBER?.months === rule.months
}

export const refreshRuns = () =>
  Promise.all(
    [readRetentionRun.id, listRetentionRuns.id, listRetentionPeople.id].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  )
