import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import * as contract from '../../../contract/impact/impact.ts'
import type { Bind, Caller } from '../../kernel/http/http.ts'
import { localeOf } from '../../kernel/http/problem.ts'
import { inCompany } from '../../kernel/work.ts'
import { isAssessing } from '../matching/index.ts'
import { switchAudit } from './auditing.ts'
import { reportNotFound } from './errors.ts'
import { reportCsv } from './report-file.ts'
import { lastDayOver, makeReport } from './reporting.ts'
import * as store from './store.ts'

export function routes(bind: Bind): void {
  bind.company(contract.readImpactAudit, async (work) => {
    const reports = await store.listReports(work)
    const latest = reports[0]?.until
    return {
      isOn: await isAssessing(work),
      switches: await store.switches(work, 50),
      // The schema of the answer leaves their tables out.
      reports,
      nextFrom: latest ? dayAfter(latest) : null,
      lastUntil: await lastDayOver(work),
    }
  })
  bind.company(contract.switchImpactAudit, (work, { body }) => switchAudit(work, body))
  bind.company(contract.makeImpactReport, (work, { body }, { installation }) => makeReport(work, installation, body))
  bind.company(contract.readImpactReport, async (work, { params }) => {
    const found = await store.findReport(work, params.id)
    if (!found) throw reportNotFound()
    return found
  })
  reportFile(bind)
}

const dayAfter = (day: string): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10)

const Asked = {
  params: contract.readImpactReport.params,
  querystring: z.object({ lang: z.enum(['ja', 'en']).optional() }),
}

/** A report as CSV. Who asks is settled before what they ask is looked at. */
function reportFile(bind: Bind): void {
  bind.raw((app, installation) => {
    const callers = new WeakMap<FastifyRequest, Caller>()
    app.route({
      method: 'GET',
      url: '/api/v1/network/impact/reports/:id/table.csv',
      schema: { hide: true, ...Asked },
      preValidation: async (request, reply) => {
        callers.set(request, await bind.identify({ request, reply }, contract.readImpactReport.permission))
      },
      handler: async (request, reply) => {
        const caller = callers.get(request)
        if (!caller) throw new Error('nobody was identified')
        const { id } = request.params as z.output<typeof Asked.params>
        const { lang = localeOf(request.headers['accept-language']) } = request.query as z.output<
          typeof Asked.querystring
        >
        const report = await inCompany(installation, caller, (work) => store.findReport(work, id))
        if (!report) throw reportNotFound()
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="impact-${report.from}.csv"`)
          .header('cache-control', 'no-store')
          .send(reportCsv(report, lang))
      },
    })
  })
}
