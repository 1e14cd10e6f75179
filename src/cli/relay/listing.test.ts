import { beforeAll, describe, expect, test } from 'vitest'
import { wiring } from '../../server/app.ts'
import { newId } from '../../server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../server/kernel/testing.ts'
import { contestAsMember } from '../../server/modules/disputes/contesting.ts'
import { answer } from '../../server/modules/introductions/answering/answer.ts'
import { introduction, sayOfPromise } from '../../server/modules/introductions/index.ts'
import { confirm, promiseIdOf } from '../../server/modules/introductions/promises/promises.ts'
import { anIntroduction, aScene, type Scene } from '../../server/modules/introductions/testing.ts'
import { startTrial } from '../../server/modules/relay/index.ts'
import { aLetterCompany } from '../../server/modules/relay/testing.ts'
import type { Terminal } from '../terminal.ts'
import { Found } from '../verb.ts'
import { tellDisputes } from './disputes.ts'
import { tellPromises } from './promises.ts'
import { tellTrials } from './trials.ts'

/** A terminal that keeps what it is told; without a language of its own it takes the installation's. */
function aTerminal(asked?: 'ja' | 'en') {
  const said: string[] = []
  const results: object[] = []
  const at = (locale: 'ja' | 'en'): Terminal => ({
    locale,
    json: false,
    warn: () => {},
    say: (words) => void said.push(words[locale]),
    inLanguage: (own) => at(asked ?? own),
    result: (value, words) => void (results.push(value), said.push(words[locale])),
    progress: () => ({ update: () => {}, done: () => {} }),
  })
  return { terminal: at(asked ?? 'en'), said, results }
}

let installation: TestInstallation
let scene: Scene

beforeAll(async () => {
  installation = await testInstallation({ ...wiring, emptyDatabase: 'cli_listing' })
  scene = await aScene({ installation })
  const { id, member } = await anIntroduction(scene, { promises: [{ kind: 'ANSWER', steps: [], days: 3 }] })
  const { shown } = await member.work((work) => introduction(work, id))
  await member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))
  const settled = async () => {
    for (let pass = 0; pass < 4; pass += 1) await installation.settle()
  }
  await settled()
  const promiseId = promiseIdOf(id, 'ANSWER')
  await scene.employer.work((work) => {
    const keptOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(work.now)
    return confirm(work, { introductionId: id, promiseId, keptOn })
  })
  await settled()
  const words = '面接の日程が、まだ決まっていません。'
  await member.work((work) => sayOfPromise(work, { introductionId: id, promiseId, said: 'OBJECT', words }))
  const text = '面接の日程のご連絡が、約束の日を過ぎても届いていません。'
  await member.work((work) => contestAsMember(work, { id: newId(), introductionId: id, text, evidence: [] }))
  await settled()
})

describe('promises', () => {
  test('are listed in words of the installation’s language, without what persons wrote', async () => {
    const { terminal, said, results } = aTerminal()
    await tellPromises(installation, terminal, { view: 'OBJECTED' })
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/^\d{4}-\d{2}-\d{2} {2}守られた {2}.+ {2}回答の期限/)
    expect(JSON.stringify(results)).not.toContain('面接の日程')
  })

  test('are none where no view fits', async () => {
    const { terminal, said } = aTerminal('en')
    await tellPromises(installation, terminal, { view: 'BROKEN' })
    expect(said).toEqual(['Promises: 0.'])
  })
})

describe('disputes', () => {
  test('are listed in words, without statements, and end well while none is late', async () => {
    const { terminal, said, results } = aTerminal()
    await tellDisputes(installation, terminal, {})
    expect(said[0]).toContain('紹介を受けた方からの申し立て  意見を受付中')
    expect(said[0]).not.toMatch(/CONDUCT|STATEMENT|超過/)
    expect(JSON.stringify(results)).not.toContain('面接の日程')
  })

  test('end as found where one is past its day', async () => {
    installation.clock.advance({ days: 20 })
    const { terminal, said } = aTerminal('en')
    await expect(tellDisputes(installation, terminal, { all: true })).rejects.toBeInstanceOf(Found)
    expect(said[0]).toMatch(/Contested by a person {2}.* {2}due \d{4}-\d{2}-\d{2} overdue$/)
    expect(said.at(-1)).toBe('Disputes: 1, overdue: 1.')
  })
})

test('comparisons of wordings are listed in words, with a difference claimed by nobody yet', async () => {
  const { company } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
  await company.work((work) =>
    startTrial(work, {
      id: newId(),
      stage: 'INTERVIEW',
      offer: 'PLACEMENT',
      language: 'ja',
      scope: null,
      preflightId: null,
      outcome: 'OPENED',
      windowDays: 14,
      points: 10,
      subject: '【{{company.name}}】選考結果につきまして',
      body: '{{person.name}} 様\n\n{{link}}',
    }),
  )
  const { terminal, said } = aTerminal('ja')
  await tellTrials(company.installation, terminal, company.companyId)
  expect(said[0]).toMatch(/^2027-06-02 {2}面接まで {2}日本語 {2}比較中 {2}A 0\/0名/)
  expect(said[0]).toContain('差はまだ言えません')
  expect(said[1]).toBe('文面の比較は 1 件です。')
})
