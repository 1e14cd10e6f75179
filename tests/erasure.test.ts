import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../src/server/app.ts'
import { once } from '../src/server/kernel/http/idempotency.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { createLog } from '../src/server/kernel/log.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import { aCompany } from '../src/server/modules/accounts/testing.ts'
import {
  answerRequest,
  checkIdentity,
  erasedAddresses,
  openRequest,
  subjectOf,
} from '../src/server/modules/consent/index.ts'
import { recordSource } from '../src/server/modules/people/index.ts'
import { tablesWith, textsBelow } from './left-behind.ts'

let dataDir: string
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'tasuki-erasure-'))))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('erased means found nowhere: neither the name nor the address nor the number is left in any table, file or log line', async () => {
  const installation = await testInstallation(wiring)
  installation.config.dataDir = dataDir
  const company = await aCompany({ installation })
  const requestId = newId()
  const logged: string[] = []
  installation.log = createLog('trace', { write: (line) => void logged.push(line) })
  const canaries = ['金糸雀', 'カナリア', 'kanaria', '09000009999', '9000009999']
  const { personId } = await company.work((work) =>
    recordSource(work, {
      id: newId(),
      kind: 'FORM',
      label: '応募フォーム',
      observedAt: work.now,
      claims: [
        { field: 'name', value: '金糸雀 歌子' },
        { field: 'nameKana', value: 'カナリア ウタコ' },
        { field: 'email', value: 'kanaria@canary.example' },
        { field: 'phone', value: '090-0000-9999' },
      ],
    }),
  )
  await company.work((work) =>
    openRequest(work, {
      id: requestId,
      kind: 'ERASURE',
      via: 'MAIL',
      personId,
      said: '金糸雀です。消去を希望します。',
    }),
  )
  await company.work((work) =>
    checkIdentity(work, { id: requestId, personId, how: 'DOCUMENT', note: '金糸雀 歌子の運転免許証' }),
  )
  const answered = { key: newId(), route: 'addPerson', body: {}, status: 201 }
  await company.work((work) => once(work, answered, async () => ({ personId, name: '金糸雀 歌子' })))
  await installation.settle(company.companyId)
  expect(await tablesWith(installation.databaseUrls.superUrl, canaries)).toEqual(
    expect.arrayContaining(['people_claim', 'company_idempotency']),
  )

  const known = await company.work((work) => subjectOf(work, personId))
  expect(known?.addresses).toEqual(['kanaria@canary.example'])
  const answer = '金糸雀様の情報を消去いたします。'
  const granted = { state: 'ANSWERED' as const, grounds: [], refused: '', told: 'MAIL' as const, erase: true }
  await company.work((work) => answerRequest(work, { ...granted, id: requestId, answer }))
  await installation.settle(company.companyId)
  expect(installation.mailer.sent.map(({ to }) => to)).toEqual(['kanaria@canary.example'])
  expect(await tablesWith(installation.databaseUrls.superUrl, canaries)).toEqual([])
  const files = `${await textsBelow(dataDir)}${logged.join('')}`
  expect(files).toContain(personId)
  expect(canaries.filter((canary) => files.includes(canary))).toEqual([])
  expect((await company.work((work) => erasedAddresses(work, ['kanaria@canary.example']))).size).toBe(1)
})
