import { expect, test } from 'vitest'
import { aCompany, signedIn } from '../../src/server/modules/accounts/testing.ts'
import { aForm } from '../../src/server/modules/files/testing.ts'
import { openPortal } from '../../src/server/modules/portal/testing.ts'

const { app, installation, portal } = await openPortal({ emptyDatabase: 'tasuki_broken_forms' })

const file = '氏名,メールアドレス\r\n山田 花子,hanako@cut.example\r\n'.repeat(200)

/** Forms with a file that end before they should, or do not say what parts them. */
function broken(fields: Record<string, string>): { headers: Record<string, string>; payload: Buffer }[] {
  const others = Object.entries(fields).map(([name, content]) => ({ name, content }))
  const { headers, payload } = aForm([...others, { name: 'file', fileName: 'a.csv', content: file }])
  return [
    { headers, payload: payload.subarray(0, payload.length - 5_000) },
    { headers, payload: payload.subarray(0, payload.indexOf('content-type')) },
    { headers, payload: payload.subarray(0, 10) },
    { headers, payload: Buffer.alloc(0) },
    { headers: { 'content-type': 'multipart/form-data' }, payload },
    { headers: { 'content-type': 'multipart/form-data; boundary=' }, payload },
  ]
}

test('a form with a file that was cut off is told so, and nothing of it is kept', async () => {
  const company = await aCompany({ installation })
  const staff = await signedIn(company, { role: 'owner' })
  const { visiting, letter } = await portal.arrived(company)
  await visiting.get('/files')
  const { host } = new URL(installation.config.portalUrl)
  const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', cookie: visiting.cookie() ?? '' }
  const guard = { csrf: visiting.hidden('csrf'), idempotencyId: visiting.hidden('idempotencyId') }
  const wrong: string[] = []
  for (const [url, from, fields] of [
    ['/api/v1/imports', staff.headers, {}],
    [`/api/v1/people/${letter.personId}/files`, staff.headers, {}],
    ['/files', own, guard],
  ] as const)
    for (const [at, { headers, payload }] of broken(fields).entries()) {
      const { statusCode } = await app.inject({ method: 'POST', url, headers: { ...from, ...headers }, payload })
      if (statusCode < 400 || statusCode >= 500) wrong.push(`${url} answered ${statusCode} to form ${at}`)
    }
  expect(wrong).toEqual([])
  const kept = await company.work(async ({ tx, companyId }) => [
    await tx.selectFrom('intake_upload').select('import_id').where('company_id', '=', companyId).execute(),
    await tx.selectFrom('files_file').select('id').where('company_id', '=', companyId).execute(),
  ])
  expect(kept).toEqual([[], []])
})
