import { expect, test } from 'vitest'
import { createApp, wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, signedIn } from '../accounts/testing.ts'

test('the address of a connection is told when it is read, and never kept with the answer to a write', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const company = await aCompany({ installation })
  const { headers } = await signedIn(company, { role: 'admin' })
  const origin = `http://${headers['host'] ?? ''}`
  const id = newId()
  const opened = await app.inject({
    method: 'POST',
    url: '/api/v1/connections',
    headers: { ...headers, origin, 'idempotency-key': newId() },
    payload: { id, connector: 'greenhouse', name: 'Greenhouse', secret: 'the key typed in their screen' },
  })
  expect([opened.statusCode, opened.json().address]).toEqual([201, null])
  const read = await app.inject({ method: 'GET', url: `/api/v1/connections/${id}`, headers })
  const address = String(read.json().address)
  expect(address).toContain('/api/v1/hooks/greenhouse/')
  const kept = await company.work(({ tx, companyId }) =>
    tx.selectFrom('company_idempotency').select('answer').where('company_id', '=', companyId).execute(),
  )
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(address.split('/').at(-1))
  await app.close()
})
