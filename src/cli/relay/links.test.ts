import { expect, test } from 'vitest'
import { wiring } from '../../server/app.ts'
import { newId } from '../../server/kernel/ids.ts'
import { testInstallation } from '../../server/kernel/testing.ts'
import { aCompany } from '../../server/modules/accounts/testing.ts'
import { openConnection } from '../../server/modules/intake/connections/connections.ts'
import { giveAccess } from '../../server/modules/intake/index.ts'
import type { Terminal } from '../terminal.ts'
import { tellLinks } from './links.ts'

test('where links are written is told in the company’s language, and connections that cannot be written into are left out', async () => {
  const installation = await testInstallation(wiring)
  const company = await aCompany({ installation })
  await company.work(async (work) => {
    for (const name of ['本社のGreenhouse', '書き込まない連携']) {
      const id = newId()
      await openConnection(work, { id, connector: 'greenhouse', name, secret: 'the key typed in their screen' })
      if (name === '本社のGreenhouse')
        await giveAccess(work, { connectionId: id, clientId: 'a client', secret: 'a secret', userId: null })
    }
  })
  const said: string[] = []
  const terminal: Terminal = {
    locale: 'en',
    json: false,
    warn: () => {},
    say: (words) => void said.push(words.ja),
    inLanguage: () => terminal,
    result: (_value, words) => void said.push(words.ja),
    progress: () => ({ update: () => {}, done: () => {} }),
  }
  await tellLinks(installation, terminal, { companyId: company.companyId, retried: 0 })
  expect(said).toEqual([
    '本社のGreenhouse  項目は未設定  停止中  書き込み済み 0、待機 0、保留 0、対象外 0、失敗 0',
    '連携 1 件。再度書き込むもの: 0 件。',
  ])
})
