import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Refused } from '../../../../contract/client.ts'
import {
  Import,
  listImports,
  previewImport,
  readImport,
  type ImportPhase,
} from '../../../../contract/intake/imports.ts'
import { call, queries } from '../../../api.ts'
import { chosenCompany } from '../../../../program/chosen-company.ts'

export const isWorking = (phase: ImportPhase): boolean =>
  phase === 'CHECKING' || phase === 'COMMITTING' || phase === 'LINKING'

/** One import; asked for again every second while there is work on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [readImport.id, id],
    queryFn: ({ signal }) => call(readImport, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.phase) ? 1_000 : false),
  })

export const previewQuery = (id: string, limit: number) =>
  queryOptions({
    queryKey: [previewImport.id, id, limit],
    queryFn: ({ signal }) => call(previewImport, { params: { id }, query: { limit } }, { signal }),
    placeholderData: keepPreviousData,
  })

export const importsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [listImports.id, cursor],
    queryFn: ({ signal }) => call(listImports, { query: { cursor, limit: 50 } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.imports.some(({ phase }) => isWorking(phase)) ? 2_000 : false),
  })

/** Sends a file; what comes back is the import with what was recognised. Throws `Refused`. */
export async function upload(file: File): Promise<Import> {
  const body = new FormData()
  body.append('file', file)
  const answer = await fetch('/api/v1/imports', {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'tasuki-company': chosenCompany() ?? '' },
  })
  const answered: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return Import.parse(answered)
  const isProblem = typeof answered === 'object' && answered !== null && 'code' in answered
  throw new Refused(
    answer.status,
    isProblem ? (answered as Refused['problem']) : { code: 'network.unreadable', detail: {}, requestId: '' },
  )
}

/** Rows read before something was chosen otherwise say what is no longer so. */
export const forgetPreview = (id: string): void =>
  queries.removeQueries({ queryKey: previewQuery(id, 0).queryKey.slice(0, -1) })
