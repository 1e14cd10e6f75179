import { Refusal } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, type Actor, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { decodeStream } from './decode-stream.ts'
import { draftOf, streamRows, type ParsedRow } from '../files/index.ts'
import { keyedFor, naturalKey, type Keyed } from './natural-key.ts'
import { asKeptToday, barred } from './barred.ts'
import * as store from './store-imports.ts'
import type { Import } from './store-imports.ts'
import * as rows from './store-rows.ts'
import type { StagedRow } from './store-rows.ts'
import { fileOf } from './uploads.ts'

export type ImportRef = { companyId: string; importId: string; actor: Actor }
/** Called after each piece of work; answers whether to go on. */
export type Tell = (progress: {
  phase: 'CHECKING' | 'COMMITTING' | 'LINKING'
  done: number
  total: number
}) => Promise<boolean>

const rowsPerWork = 500
const shownCharacters = 120

/**
 * Reads the kept file from its beginning to its end: every row as it will be imported, with what could not be read and
 * whether it is known. Goes on after the last row that was kept when it was stopped. Nothing is imported.
 */
export async function checkFile(installation: Installation, ref: ImportRef, tell: Tell): Promise<void> {
  const open = <T>(run: (work: Work) => Promise<T>) => inCompany(installation, ref, run)
  const [found, done] = await open(async (work) => [
    await store.findImport(work, ref.importId),
    await rows.lastStaged(work, ref.importId),
  ])
  if (!found || found.phase !== 'CHECKING') return
  const { text, badLines } = decodeStream(fileOf(installation, ref), found.encoding)
  let pending: ParsedRow[] = []
  let last = done
  const keep = async () => {
    last = pending.at(-1)?.number ?? last
    await open((work) => keepRows(work, found, pending))
    pending = []
  }
  try {
    for await (const row of streamRows(text, found.shape)) {
      if (row.number <= done) continue
      pending.push(row)
      if (pending.length < rowsPerWork) continue
      await keep()
      if (!(await tell({ phase: 'CHECKING', done: last, total: 0 }))) return
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, detail } = error
    await open(async (work) => {
      await rows.dropRows(work, ref.importId, 'ALL')
      await store.changeImport(work, ref.importId, { phase: 'REFUSED', state: 'WAITING', refusal: { code, detail } })
    })
    return
  }
  await keep()
  await open((work) =>
    store.changeImport(work, ref.importId, { phase: 'CHECKED', state: 'WAITING', badLines, rowsTotal: last }),
  )
}

async function keepRows(work: Work, found: Import, parsed: readonly ParsedRow[]): Promise<void> {
  if (parsed.length === 0) return
  const keyed = await keyedOf(work, found)
  const read = await withBarred(
    work,
    keyed,
    parsed.map((row) => readRow(row, found, keyed)),
  )
  const known = found.connectionId
    ? await rows.knownRows(
        work,
        found.connectionId,
        read.map(({ key }) => key),
      )
    : new Map<string, rows.KnownRow>()
  const staged = read.map(({ row, key, contentHash, recordId, findings }): StagedRow => {
    const before = known.get(key)
    const isRefused = findings.some(({ severity }) => severity === 'ERROR')
    const verdict = isRefused ? 'REFUSED' : !before ? 'NEW' : before.contentHash === contentHash ? 'UNCHANGED' : 'KNOWN'
    return { ...row, recordId, verdict, findings, cells: keptCells(row.cells, findings, found) }
  })
  await rows.stageRows(work, found.id, staged)
  const count = (verdict: StagedRow['verdict']) => staged.filter((one) => one.verdict === verdict).length
  await store.addCounts(work, found.id, {
    rowsChecked: staged.length,
    foundNew: count('NEW'),
    foundKnown: count('KNOWN'),
    foundUnchanged: count('UNCHANGED'),
    foundRefused: count('REFUSED'),
  })
}

type ReadRow = ReturnType<typeof readRow>

/**
 * The rows with why they may not come in again, so that the preview promises nobody who will not come. Of whoever was
 * erased nothing else is said.
 */
async function withBarred(
  work: Work,
  keyed: Keyed,
  read: readonly ReadRow[],
): Promise<(Omit<ReadRow, 'findings'> & { findings: rows.Found[] })[]> {
  const today = await asKeptToday(work, keyed, read)
  const out = await barred(work, today, await zoneOf(work))
  return read.map((one, at) => {
    const why = out.get(today[at]!)
    if (!why) return one
    return { ...one, findings: why.code === 'row.erased' ? [why] : [...one.findings, why] }
  })
}

/** Keys under the connection that the import has; before it has one, under the import itself, which nothing knows. */
export const keyedOf = async (work: Work, { connectionId, id }: Import): Promise<Keyed> =>
  keyedFor(work.installation.config.secret, { companyId: work.companyId, connectionId: connectionId ?? id })

/** One row as the import sees it. Pure: the same row gives the same keys and findings. */
export function readRow(row: ParsedRow, { recognition, today }: Pick<Import, 'recognition' | 'today'>, keyed: Keyed) {
  const draft = draftOf(row, { recognition, today })
  const natural = naturalKey(draft)
  return {
    row,
    draft,
    key: keyed.hash(`key ${natural.application}`),
    recordId: keyed.id(`record ${natural.record}`),
    applicationId: keyed.id(`application ${natural.application}`),
    contentHash: keyed.hash(JSON.stringify([draft.person, draft.application])),
    findings: draft.findings.map((finding) => ({ ...finding, value: finding.value.slice(0, shownCharacters) })),
  }
}

/** Nothing of what the file says about whoever was erased, and nothing that may not be collected. */
const keptCells = (cells: readonly string[], findings: readonly rows.Found[], { recognition }: Import): string[] =>
  findings.some(({ code }) => code === 'row.erased')
    ? []
    : cells.map((cell, index) => (recognition.columns[index]?.use === 'FORBIDDEN' ? '' : cell))

/** The zone in which the days of a file are meant. */
export const zoneOf = async (work: Work): Promise<string> => (await company(work)).timeZone
