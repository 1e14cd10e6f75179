import { expect, test } from 'vitest'
import { createApp, wiring } from '../../app.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, signedIn } from '../accounts/testing.ts'

test('whose people are left alone is told by name and recorded without one', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const company = await aCompany({ installation })
  const { headers } = await signedIn(company)
  const leftAlone = [{ company: '株式会社みなと物流', reason: '主要な取引先のため' }]
  const answer = await app.inject({
    method: 'PUT',
    url: '/api/v1/matching/settings',
    headers: { ...headers, host: new URL(installation.config.consoleUrl).host },
    payload: { rankingOff: false, leftAlone },
  })
  expect(answer.json()).toEqual({ rankingOff: false, leftAlone })
  const [recorded] = await company.work(({ tx, companyId }) =>
    tx
      .selectFrom('audit_event')
      .select('detail')
      .where('company_id', '=', companyId)
      .where('action', '=', 'matching.settings-changed')
      .execute(),
  )
  expect(recorded?.detail).toMatchObject({ after: { leftAlone: [expect.stringMatching(/^[0-9a-f]{16}$/)] } })
  await app.close()
})
