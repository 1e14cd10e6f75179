import type { Installation } from '../../../kernel/installation.ts'
import { keepLease, type Claimed, type IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { checkFile, type ImportRef, type Tell } from './check.ts'
import { commitRows } from './commit.ts'
import { linkRows } from './link-rows.ts'
import { fileConnection } from '../connections/connections.ts'
import { columnsMissing, forbiddenColumn, importNotFound, notInPhase, uploadGone } from '../errors.ts'
import {
  choose,
  rememberedOf,
  rememberInto,
  statusKey,
  type Encoding,
  type Field,
  type Meaning,
  type Recognition,
} from '../files/index.ts'
import { recogniseSample } from './sample.ts'
import { findConnection, rememberReading } from '../connections/store-connections.ts'
import * as store from './store-imports.ts'
import type { Import, Phase } from './store-imports.ts'
import * as rows from './store-rows.ts'
import { beginningOf } from './uploads.ts'

/** A person's word for one column; `null` leaves it out. */
export type Chosen = { index: number; field: Field | null }

export async function importOf(work: Work, id: string): Promise<Import> {
  const found = await store.findImport(work, id)
  if (!found || found.phase === 'CANCELLED') throw importNotFound({})
  return found
}

async function held(work: Work, id: string, phases: readonly Phase[]): Promise<Import> {
  const found = await store.findImport(work, id, { lock: true })
  if (!found || found.phase === 'CANCELLED') throw importNotFound({})
  if (!phases.includes(found.phase)) throw notInPhase({ phase: found.phase })
  return found
}

const correctable: readonly Phase[] = ['UPLOADED', 'CHECKED', 'REFUSED']

/** Reads the kept file again in another encoding; what was chosen for columns by hand is recognised anew. */
export async function readAs(work: Work, { id, encoding }: { id: string; encoding: Encoding }): Promise<Import> {
  const found = await held(work, id, correctable)
  const { beginning, isWhole } = await beginningOf(work, found)
  const sample = recogniseSample(beginning, { isWhole, encoding })
  const connection = found.connectionId ? await findConnection(work, found.connectionId) : undefined
  await rows.dropRows(work, id, 'ALL')
  await store.changeImport(work, id, {
    ...sample,
    ...(connection && { recognition: rememberInto(sample.recognition, connection.reading) }),
    phase: 'UPLOADED',
    state: 'WAITING',
    refusal: null,
    resetCounts: true,
  })
  return importOf(work, id)
}

/** Takes a person's word for columns. A column that may not be collected stays out (`intake.forbidden-column`). */
export async function chooseColumns(
  work: Work,
  { id, chosen }: { id: string; chosen: readonly Chosen[] },
): Promise<Import> {
  const found = await held(work, id, correctable)
  const recognition = chosen.reduce((before, one) => {
    const column = before.columns.find(({ index }) => index === one.index)
    if (column?.use === 'FORBIDDEN' && one.field !== null) throw forbiddenColumn({ column: column.header })
    return choose(before, one)
  }, found.recognition)
  await rows.dropRows(work, id, 'ALL')
  await store.changeImport(work, id, {
    recognition,
    phase: 'UPLOADED',
    state: 'WAITING',
    refusal: null,
    resetCounts: true,
  })
  return importOf(work, id)
}

/** A person's word for what words for a status mean; `null` takes it back. A file that was checked is read again. */
export async function chooseWords(
  work: Work,
  { id, chosen }: { id: string; chosen: readonly { text: string; meaning: Meaning | null }[] },
): Promise<Import> {
  const found = await held(work, id, correctable)
  if (!found.hasFile) throw uploadGone({})
  const meanings = new Map(Object.entries(found.recognition.meanings ?? {}))
  const texts = new Map(Object.entries(found.recognition.texts ?? {}))
  for (const { text, meaning } of chosen) {
    if (meaning) texts.set(statusKey(text), text.trim())
    if (meaning) meanings.set(statusKey(text), meaning)
    else meanings.delete(statusKey(text))
  }
  const isChecked = found.phase === 'CHECKED'
  await rows.dropRows(work, id, 'ALL')
  await store.changeImport(work, id, {
    recognition: {
      ...found.recognition,
      meanings: Object.fromEntries(meanings),
      texts: Object.fromEntries(texts),
    },
    phase: isChecked ? 'CHECKING' : 'UPLOADED',
    state: isChecked ? 'READY' : 'WAITING',
    refusal: null,
    resetCounts: true,
  })
  if (isChecked) work.installation.wake()
  return importOf(work, id)
}

/** Has the whole file read in the background. `label` names the source: the same name knows its rows again. */
export async function startCheck(
  work: Work,
  { id, label }: { id: string; label?: string | undefined },
): Promise<Import> {
  const found = await held(work, id, correctable)
  if (!found.hasFile) throw uploadGone({})
  refuseMissing(found.recognition)
  const name = label?.trim() || found.label
  const connectionId = await fileConnection(work, { label: name, recognition: found.recognition })
  await rows.dropRows(work, id, 'ALL')
  await store.changeImport(work, id, {
    phase: 'CHECKING',
    state: 'READY',
    label: name,
    connectionId,
    refusal: null,
    resetCounts: true,
  })
  work.installation.wake()
  return importOf(work, id)
}

function refuseMissing({ missing }: Recognition): void {
  if (missing.length > 0) throw columnsMissing({ fields: missing })
}

/** Has the checked rows imported in the background. Rows that were refused stay out, those unchanged are left alone. */
export async function startCommit(work: Work, id: string): Promise<Import> {
  const found = await held(work, id, ['CHECKED'])
  if (found.connectionId) await rememberReading(work, found.connectionId, rememberedOf(found.recognition))
  const unchanged = await rows.dropRows(work, id, 'UNCHANGED')
  const refused = await rows.settleRefused(work, id)
  await store.addCounts(work, id, { unchanged, refused, rowsDone: unchanged + refused })
  await store.changeImport(work, id, { phase: 'COMMITTING', state: 'READY', committedAt: work.now })
  await record(work, {
    action: 'intake.imported',
    subject: { kind: 'import', id },
    detail: { rows: found.rowsTotal, refused },
  })
  work.installation.wake()
  return importOf(work, id)
}

/** Gives an import up before it began; what was kept of its file goes. */
export async function cancelImport(work: Work, id: string): Promise<void> {
  await held(work, id, correctable)
  await rows.dropRows(work, id, 'ALL')
  await store.dropUpload(work, id)
  await store.changeImport(work, id, { phase: 'CANCELLED', state: 'WAITING', hasFile: false, samples: [] })
  await record(work, { action: 'intake.cancelled', subject: { kind: 'import', id } })
}

/** Does what the import's phase asks for, until it is done or `tell` says to stop. */
export async function goOn(installation: Installation, ref: ImportRef, tell: Tell): Promise<void> {
  await checkFile(installation, ref, tell)
  await commitRows(installation, ref, tell)
  await linkRows(installation, ref, tell)
}

/** How long one import keeps the worker from everything else that is due. */
const sliceMs = 3_000

export const imports: IntentTable = {
  table: 'intake_import',
  realm: 'company',
  attempts: 5,
  run: async (installation: Installation, intent: Claimed) => {
    const ref = { companyId: intent.realmId, importId: intent.id, actor: systemActor('intake.import') }
    const until = performance.now() + sliceMs
    await goOn(installation, ref, async () => {
      await keepLease(installation, imports, intent)
      return performance.now() < until
    })
    await inCompany(installation, ref, async (work) => {
      const found = await store.findImport(work, intent.id)
      // Unfinished: due again at once, behind whatever else waits.
      if (found?.state === 'READY') await store.changeImport(work, intent.id, { state: 'READY' })
    })
  },
}
