import type { FastifyInstance } from 'fastify'
import * as contract from '../../../contract/people/files.ts'
import { done } from '../../../contract/route.ts'
import { notFound } from '../../kernel/errors.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { resolve } from '../people/index.ts'
import { attachment } from './attachment.ts'
import { fileMissing } from './errors.ts'
import { fileText, filesOf, keepFile, prepareFile, removeFile, wholeFile } from './files.ts'
import { receiveUpload, uploadLimits } from './upload.ts'

export function routes(bind: Bind): void {
  bind.company(contract.listFiles, async (work, { params }) => {
    const personId = await resolve(work, params.id)
    await record(work, { action: 'files.listed', subject: { kind: 'person', id: personId } })
    const items = await filesOf(work, personId)
    return { personId, items: items.map((one) => ({ ...one, recordedAt: one.recordedAt.toISOString() })) }
  })
  bind.company(contract.readFileText, async (work, { params }) => {
    const text = await fileText(work, params.id)
    await record(work, {
      action: 'files.text-read',
      subject: { kind: 'person', id: text.personId },
      detail: { fileId: params.id },
    })
    return text
  })
  bind.company(contract.removeFile, async (work, { params }) => {
    const { personId } = await removeFile(work, params.id)
    await record(work, {
      action: 'files.removed',
      subject: { kind: 'person', id: personId },
      detail: { fileId: params.id },
    })
    return done
  })
  bind.raw((app, installation) => serveContent(app, installation, bind.identify))
}

/** The paths that carry a file instead of JSON of the contract. */
function serveContent(app: FastifyInstance, installation: Installation, identify: Bind['identify']): void {
  app.post<{ Params: { id: string } }>(
    '/api/v1/people/:id/files',
    { schema: { hide: true }, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const caller = await identify({ request, reply }, 'people:write')
      if (!isId(request.params.id)) throw notFound({ what: 'person' })
      // Nobody's file is read for a person who is not there.
      await inCompany(installation, caller, (work) => resolve(work, request.params.id))
      const part = request.isMultipart() ? await request.file({ limits: uploadLimits }) : undefined
      if (!part) throw fileMissing({})
      const file = await prepareFile({ ...(await receiveUpload(part)), of: caller.companyId })
      const answer = await inCompany(installation, caller, async (work) => {
        const personId = await resolve(work, request.params.id)
        const id = await keepFile(work, { id: newId(), personId, givenBy: 'STAFF', file })
        await record(work, {
          action: 'files.kept',
          subject: { kind: 'person', id: personId },
          detail: { fileId: id, kind: file.kind, bytes: file.bytes.length, masked: file.masked.length },
        })
        const kept = (await filesOf(work, personId)).find((one) => one.id === id)
        return { personId, file: kept && { ...kept, recordedAt: kept.recordedAt.toISOString() } }
      })
      return reply.code(201).send(answer)
    },
  )
  app.get<{ Params: { id: string }; Querystring: { warned?: string } }>(
    '/api/v1/files/:id/content',
    { schema: { hide: true } },
    async (request, reply) => {
      const caller = await identify({ request, reply }, 'people:read')
      if (!isId(request.params.id)) throw notFound({ what: 'file' })
      const { id } = request.params
      const isWarned = request.query.warned === 'yes'
      const whole = await inCompany(installation, caller, async (work) => {
        const file = await wholeFile(work, id, { isWarned })
        await record(work, {
          action: 'files.content-read',
          subject: { kind: 'person', id: file.personId },
          detail: { fileId: id, isWarned },
        })
        return file
      })
      return reply.headers(attachment(whole.name)).send(whole.bytes)
    },
  )
}
