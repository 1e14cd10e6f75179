import { messageOf } from '../../../../contract/messages/index.ts'
import { filesPage, paths, type OwnFiles } from '../../../../portal/index.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { attachment, fileMissing, filesOf, keepFile, prepareFile, removeFile, wholeFile } from '../../files/index.ts'
import { failure, named, sessionFrame } from '../frames.ts'
import { inVisitedCompany, postedId, type Answer, type SessionVisit } from '../visit.ts'

async function page(visit: SessionVisit, shown: Pick<OwnFiles, 'done' | 'refused'>) {
  const held = await inVisitedCompany(visit, async (work) => ({
    company: named(await company(work), visit.language),
    files: await filesOf(work, visit.session.personId),
  }))
  return filesPage(await sessionFrame(visit, 'files'), {
    company: held.company,
    files: held.files.map(({ id, name, givenBy, recordedAt, masked }) => ({
      fileId: id,
      name,
      givenBy,
      keptAt: recordedAt.toISOString(),
      masked,
    })),
    ...shown,
  })
}

/** The files that the company that wrote keeps of the visitor. */
export async function files(visit: SessionVisit): Promise<Answer> {
  const sent = visit.query.get('sent')
  const done =
    sent !== null
      ? { what: 'SENT' as const, masked: Number(sent) || 0 }
      : visit.query.has('removed')
        ? { what: 'REMOVED' as const }
        : null
  return page(visit, { done, refused: null })
}

/** Hands a file to the company that wrote. One that cannot be taken is told in words, on the page. */
export async function send(visit: SessionVisit): Promise<Answer> {
  try {
    const { upload } = visit
    if (upload instanceof Refusal) throw upload
    if (!upload || upload.name === '') throw fileMissing({})
    const file = await prepareFile({ ...upload, of: visit.session.companyId })
    const { personId } = visit.session
    await inVisitedCompany(visit, async (work) => {
      const fileId = await keepFile(work, { id: postedId(visit, 'file'), personId, givenBy: 'PERSON', file })
      await record(work, {
        action: 'files.kept',
        subject: { kind: 'person', id: personId },
        detail: { fileId, kind: file.kind, bytes: file.bytes.length, masked: file.masked.length },
      })
    })
    return { to: `${paths.files()}?sent=${file.masked.length}` }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = { why: messageOf(visit.language, error) ?? error.code }
    return { page: await page(visit, { done: null, refused }), status: error.status }
  }
}

/** One file of the visitor's own, as it was handed in. */
export async function take(visit: SessionVisit): Promise<Answer> {
  const id = visit.params['file'] ?? ''
  const found = await inVisitedCompany(visit, async (work) => {
    const isOwn = (await filesOf(work, visit.session.personId)).some((one) => one.id === id)
    return isOwn ? wholeFile(work, id, { isWarned: true }) : undefined
  })
  if (!found) return { page: await failure(visit, 'notFound'), status: 404 }
  return { file: found.bytes, headers: attachment(found.name) }
}

/** Takes back a file that the visitor handed in; what staff kept goes by a request. Nothing goes while the law has it kept. */
export async function remove(visit: SessionVisit): Promise<Answer> {
  const id = visit.params['file'] ?? ''
  const { personId } = visit.session
  const outcome = await inVisitedCompany(visit, async (work): Promise<'DONE' | 'UNKNOWN'> => {
    const own = (await filesOf(work, personId)).find((one) => one.id === id)
    if (own?.givenBy !== 'PERSON') return 'UNKNOWN'
    await removeFile(work, id)
    await record(work, { action: 'files.removed', subject: { kind: 'person', id: personId }, detail: { fileId: id } })
    return 'DONE'
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'consent.held') return 'HELD' as const
    throw error
  })
  switch (outcome) {
    case 'DONE':
      return { to: `${paths.files()}?removed=1` }
    case 'HELD':
      return { page: await page(visit, { done: null, refused: 'HELD' }), status: 409 }
    case 'UNKNOWN':
      return { page: await failure(visit, 'notFound'), status: 404 }
  }
}
