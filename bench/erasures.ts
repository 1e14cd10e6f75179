/**
 * How long it takes until many people who asked for it at once are erased, over a throw-away database that keeps what
 * commits as in production: `npm run bench -- erasures [people]`. Each came by a file, was rejected, and asked through
 * the portal; all are granted with one answer, by mail. Then everything is searched for what they were called: every
 * row of every table, the data folder and the log. Beside it, in the same run: others who must still be there.
 */
import { newId } from '../src/server/kernel/ids.ts'
import { drain } from '../src/server/kernel/intents.ts'
import { createLog } from '../src/server/kernel/log.ts'
import type { Mail } from '../src/server/kernel/mail.ts'
import { inCompany, type Work } from '../src/server/kernel/work.ts'
import { addStaff, openCompany } from '../src/server/modules/accounts/index.ts'
import { answerErasures, openRequest } from '../src/server/modules/consent/index.ts'
import { importFile } from '../src/server/modules/intake/index.ts'
import { people } from '../src/server/modules/people/index.ts'
import { verify } from '../src/server/verify.ts'
import { tablesWith, textsBelow } from '../tests/left-behind.ts'
import { benchInstallation, say } from './throw-away.ts'

const asking = Number(process.argv.at(-1)) || 1_000
const staying = Math.ceil(asking / 5)
/** What every name, reading, address and number of those who asked has in it. */
const canaries = ['蘗', 'キエタ', 'kieta', '0907777']

/** A number of five digits in other signs, one for each digit. */
const inSigns = (at: number, signs: string) =>
  String(at)
    .padStart(5, '0')
    .replaceAll(/\d/g, (digit) => signs.charAt(Number(digit)))
const row = (at: number, one: { name: string; kana: string; mail: string; phone: string }) =>
  [
    `${one.name} ${inSigns(at, '零壱弐参肆伍陸漆捌玖')}`,
    `${one.kana} ${inSigns(at, 'アイウエオカキクケコ')}`,
    `${one.mail}${at}@person.example`,
    `${one.phone}${String(at).padStart(4, '0')}`,
    '2026/04/01',
    '法人営業',
    '不採用',
    `${one.name}さんは一次面接で好印象`,
  ].join(',')

const range = (count: number) => Array.from({ length: count }, (_, at) => at)
const file = [
  '氏名,フリガナ,メールアドレス,電話番号,応募日,応募求人,選考結果,備考',
  ...range(asking).map((at) => row(at, { name: '蘗田', kana: 'キエタ', mail: 'kieta', phone: '0907777' })),
  ...range(staying).map((at) => row(at, { name: '残間', kana: 'ノコリマ', mail: 'nokoru', phone: '0808888' })),
].join('\r\n')

const { installation, superUrl, stop } = await benchInstallation({ connections: 5, isDurable: true })
const logged: string[] = []
const mails: Mail[] = []
Object.assign(installation, {
  log: createLog('info', { write: (line: string) => void logged.push(line) }),
  mailer: {
    close: () => {},
    send: async (mail: Mail) => {
      mails.push(mail)
      return { outcome: 'sent', answer: '250 OK' }
    },
  },
})
const companyId = newId()
const permissions = new Set(['people:erase', 'people:read', 'consent:manage'])
const actor = { kind: 'staff' as const, id: newId(), permissions }
const work = <T>(run: (opened: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)

const began = performance.now()
const seconds = (since = began) => ((performance.now() - since) / 1000).toFixed(1)

/** Who stands in the pool by one of the marks. */
const standing = (mark: string): Promise<string[]> =>
  work(async ({ tx }) => {
    const rows = await tx
      .selectFrom('people_listed')
      .select('person_id')
      .where('company_id', '=', companyId)
      .where('name', 'like', `${mark}%`)
      .execute()
    return rows.flatMap(({ person_id: id }) => id ?? [])
  })

const settled = () => drain(installation, { realmIds: [companyId] }, 100_000)

try {
  await work(async (opened) => {
    await openCompany(opened, { name: '計測株式会社' })
    await addStaff(opened, {
      id: actor.id,
      signInId: 'bench',
      name: '計測 花子',
      email: 'hanako@keisoku.example',
      role: 'owner',
    })
  })
  const told = await importFile(installation, { companyId, actor, bytes: Buffer.from(file), fileName: '応募者.csv' })
  await settled()
  say(`imported ${told.rowsTotal} people, ${told.refused} refused, after ${seconds()} s`)
  const ids = await standing('蘗田')
  const requests = ids.map((personId) => ({ id: newId(), personId }))
  for (const { id, personId } of requests)
    await work((opened) =>
      openRequest(opened, {
        id,
        kind: 'ERASURE',
        via: 'PORTAL',
        personId,
        said: '蘗田です。すべて消去してください。',
        identity: 'CODE_BY_MAIL',
      }),
    )
  await settled()
  say(`${requests.length} asked to be erased; they stand in ${(await tablesWith(superUrl, canaries)).length} tables`)

  const started = performance.now()
  const answered = await work((opened) =>
    answerErasures(opened, {
      ids: requests.map(({ id }) => id),
      answer: '蘗田様、消去いたしました。',
      told: 'MAIL',
    }),
  )
  say(`granted ${answered.accepted} in ${seconds(started)} s`)
  await settled()
  say(`all erased after ${seconds(started)} s, ${mails.length} answers by mail`)

  const orders = await work(({ tx }) =>
    tx
      .selectFrom('consent_erasure_order')
      .select((e) => ['state', e.fn.countAll<number>().as('count')])
      .where('company_id', '=', companyId)
      .groupBy('state')
      .execute(),
  )
  const left = await work((opened) => people(opened, ids))
  const { findings } = await verify(installation)
  const files = `${await textsBelow(installation.config.dataDir)}${logged.join('')}`
  say(`orders: ${orders.map(({ state, count }) => `${state} ${count}`).join(', ')}; profiles left: ${left.length}`)
  say(`tasuki verify: ${JSON.stringify(findings)}`)
  say(
    `tables that still hold one of the names, addresses or numbers: ${JSON.stringify(await tablesWith(superUrl, canaries))}`,
  )
  say(`in files or the log: ${JSON.stringify(canaries.filter((canary) => files.includes(canary)))}`)
  say(`others still there: ${(await standing('残間')).length} of ${staying}`)
} finally {
  await stop()
}
