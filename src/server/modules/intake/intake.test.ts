import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { isMasked } from '../../../engines/japanese/index.ts'
import { inCompany } from '../../kernel/work.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { holdersOf, people, peopleModule, person, recordsOf } from '../people/index.ts'
import { applicationsOf } from '../selection/index.ts'
import { commitRows } from './imports/commit.ts'
import { contributions } from './contributions.ts'
import { chooseColumns, goOn, imports, importOf, startCheck, startCommit } from './imports/imports.ts'
import { importFile, intakeModule } from './index.ts'
import { refusedRows } from './imports/refused-rows.ts'
import { rowsWithFindings } from './imports/store-rows.ts'
import { receiveFile } from './imports/uploads.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../tests/fixtures/applicants/${name}`, import.meta.url))

const importText = (company: TestCompany, text: string | Uint8Array, fileName = '応募者.csv') =>
  importFile(company.installation, {
    companyId: company.companyId,
    actor: company.actor,
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    fileName,
  })

const header = '応募ID,氏名,フリガナ,生年月日,メールアドレス,求人名,応募日,選考結果,結果確定日,性別'
const one = 'A1,佐藤 直子,サトウ ナオコ,1990/4/2,naoko@mail.example,営業,2026/3/1,不採用,2026/3/9,女'
const holderOf = async (company: TestCompany, key: string) =>
  company.work(async (work) => (await holdersOf(work, { kind: 'MAIL', key }, 5)).map(({ personId }) => personId))

describe('importing the exports of three systems', () => {
  it.each([
    ['ats_export.csv', 701],
    ['board_export.csv', 437],
    ['agency_export.csv', 292],
  ])('takes every row of %s, and the same file again changes nothing', async (fileName, total) => {
    const company = await aCompany()
    const first = await importText(company, fixture(fileName), fileName)
    expect(first).toMatchObject({ phase: 'DONE', rowsTotal: total, created: total, refused: 0 })
    const again = await importText(company, fixture(fileName), `copy of ${fileName}`)
    expect(again).toMatchObject({ phase: 'DONE', created: 0, changed: 0, unchanged: total, joined: 0 })
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })
})

describe('an import', () => {
  it('keeps the application as history that never mails, with its end and its day', async () => {
    const company = await aCompany()
    await importText(company, `${header}\n${one}\n`)
    const [personId] = await holderOf(company, 'naoko@mail.example')
    const [application] = await company.work((work) => applicationsOf(work, personId!))
    expect(application).toMatchObject({ state: 'REJECTED', live: false, endLive: false, openingTitle: '営業' })
    expect(application!.endedAt!.toISOString()).toBe('2026-03-08T15:00:00.000Z')
    const { fields } = await company.work((work) => person(work, personId!))
    expect([fields.name?.value, fields.birthDate?.value, fields.gender]).toEqual(['佐藤 直子', '1990-04-02', undefined])
  })

  it('keeps nothing that its file said once it is done', async () => {
    const company = await aCompany()
    const { id } = await importText(company, `${header}\n${one}\n`)
    const { samples, hasFile } = await company.work((work) => importOf(work, id))
    expect({ samples, hasFile }).toEqual({ samples: [], hasFile: false })
  })

  it('changes a row whose value changed, and adds only rows that were not there', async () => {
    const company = await aCompany()
    await importText(company, `${header}\n${one}\n`)
    const changed = one.replace('不採用', '選考辞退').replace('naoko@', 'naoko.sato@')
    const again = await importText(
      company,
      `${header}\n${changed}\n${one.replace('A1', 'A2').replace('営業', '経理')}\n`,
    )
    expect(again).toMatchObject({ created: 1, changed: 1, unchanged: 0 })
    const [personId] = await holderOf(company, 'naoko.sato@mail.example')
    const applications = await company.work((work) => applicationsOf(work, personId!))
    const states = new Map(applications.map(({ openingTitle, state }) => [openingTitle, state]))
    expect([states.get('営業'), states.get('経理'), states.size]).toEqual(['WITHDRAWN', 'REJECTED', 2])
  })

  it('stopped in the middle goes on elsewhere and imports every row once', async () => {
    const company = await aCompany()
    const { installation, companyId, actor } = company
    const bytes = fixture('board_export.csv')
    const chunks = (async function* () {
      yield bytes
    })()
    const id = await receiveFile(installation, { companyId, actor, fileName: 'board.csv', chunks })
    const ref = { companyId, importId: id, actor }
    await company.work((work) => startCheck(work, { id }))
    await goOn(installation, ref, async () => true)
    await company.work((work) => startCommit(work, id))
    // One transaction of rows, then nothing more from this process.
    await commitRows(installation, ref, async () => false, 200)
    const half = await company.work((work) => importOf(work, id))
    expect([half.phase, half.rowsDone]).toEqual(['COMMITTING', 200])
    const other = await testInstallation({ intents: [imports] })
    await other.settle(companyId)
    const done = await inCompany(other, { companyId, actor }, (work) => importOf(work, id))
    expect(done).toMatchObject({ phase: 'DONE', created: 437, rowsDone: 437, refused: 0, hasFile: false })
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })

  it('sets refused rows apart with line, column, value and reason, and imports the rest', async () => {
    const company = await aCompany()
    const bad = [
      one.replace('A1', 'A2').replace('2026/3/1', '2026/2/30'),
      'A3,"=HYPERLINK(""x"")",,,,営業,2026/3/2,,,',
      ',,,,,,,,,男',
    ]
    const done = await importText(company, `${header}\n${[one, ...bad].join('\n')}\n`)
    expect(done).toMatchObject({ created: 2, refused: 2 })
    const found = await company.work((work) => rowsWithFindings(work, done.id, { after: 0, limit: 10 }))
    expect(found.map(({ line, findings }) => [line, findings[0]])).toMatchObject([
      [3, { column: '応募日', value: '2026/2/30', code: 'date.no-such-day' }],
      [5, { code: 'name.missing' }],
    ])
    const csv = await company.work((work) => refusedRows(work, done.id, 'ja'))
    expect(csv).toContain('存在しない日付です')
    expect(csv).not.toMatch(/女|男/)
  })

  it('writes formulas into the list of refused rows so that no spreadsheet runs them', async () => {
    const company = await aCompany()
    const done = await importText(company, `${header}\nA1,=1+1,,,,+cmd|calc,2026/2/30,,,\n`)
    expect(await company.work((work) => refusedRows(work, done.id, 'en'))).toMatch(/,'=1\+1,.*,'\+cmd\|calc,/)
  })

  it('takes a masked address for an address of the application and not for a person', async () => {
    const company = await aCompany()
    const masked = 'x1b2@mask.rikunabi-next.example'
    const rows = ['A1,佐藤 直子', 'A2,高橋 健'].map((start) => `${start},,,${masked},営業,2026/3/1,,,`)
    const done = await importText(company, `${header}\n${rows.join('\n')}\n`)
    expect(done.created).toBe(2)
    if (isMasked(masked)) expect(await holderOf(company, masked)).toEqual([])
  })

  it('takes a column for what a person says, and never one that may not be collected', async () => {
    const company = await aCompany()
    const { installation, companyId, actor } = company
    const chunks = (async function* () {
      yield Buffer.from('呼び名,連絡,性別\n佐藤 直子,naoko@mail.example,女\n')
    })()
    const id = await receiveFile(installation, { companyId, actor, fileName: 'list.csv', chunks })
    const chosen = [{ index: 0, field: 'name' as const }]
    const { recognition } = await company.work((work) => chooseColumns(work, { id, chosen }))
    expect(recognition.columns[0]).toMatchObject({ field: 'name', reason: 'CHOSEN' })
    const forbidden = company.work((work) => chooseColumns(work, { id, chosen: [{ index: 2, field: 'note' }] }))
    await expect(forbidden).rejects.toMatchObject({ code: 'intake.forbidden-column' })
  })

  it('does not bring back who was erased', async () => {
    const company = await aCompany()
    await importText(company, `${header}\n${one}\n`)
    const [personId] = await holderOf(company, 'naoko@mail.example')
    const sourceRecordIds = await company.work(async (work) => (await recordsOf(work, personId!)).map(({ id }) => id))
    await company.work(async (work) => {
      await contributions.erase!(work, { personId: personId!, sourceRecordIds })
      await peopleModule.contributions.erase!(work, { personId: personId!, sourceRecordIds })
    })
    const again = await importText(company, `${header}\n${one}\n`)
    expect(again).toMatchObject({ foundNew: 0, foundRefused: 1, created: 0, refused: 1 })
    expect(await company.work((work) => refusedRows(work, again.id, 'ja'))).not.toContain('naoko@mail.example')
    expect(await company.work((work) => people(work, [personId!]))).toEqual([])
  })
})

describe('a file that cannot be imported', () => {
  const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from('[Content_Types].xml')])
  it.each([
    ['an Excel workbook', zip, 'intake.excel-file'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'intake.pdf-file'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'intake.not-a-table'],
    ['nothing', Buffer.alloc(0), 'intake.file-empty'],
    ['a quote that nothing closes', Buffer.from(`${header}\n${one}\nA2,"佐藤\n${one}\n`), 'intake.quote-left-open'],
    ['columns that name nobody', Buffer.from('色,形\n赤,丸\n青,四角\n'), 'intake.columns-missing'],
  ])('for it is %s is refused, and nothing stays of it', async (_, bytes, code) => {
    const company = await aCompany()
    await expect(importText(company, bytes)).rejects.toMatchObject({ code })
  })

  it('for its size is refused at the limit', async () => {
    const company = await aCompany()
    const config = { ...company.installation.config, MAX_UPLOAD_MB: 1 }
    const bytes = Buffer.alloc(1024 * 1024 + 1, 0x61)
    const given = { companyId: company.companyId, actor: company.actor, bytes, fileName: 'large.csv' }
    const refused = importFile({ ...company.installation, config }, given)
    await expect(refused).rejects.toMatchObject({ code: 'intake.file-too-large', detail: { limitMb: 1 } })
  })

  it('read in the wrong encoding names its lines, and is right in another', async () => {
    const company = await aCompany()
    const { installation, companyId, actor } = company
    const bytes = iconv.encode(`${header}\n${one}\n`, 'cp932')
    const given = {
      companyId,
      actor,
      bytes,
      fileName: 'a.csv',
      checkOnly: true,
      mapping: [
        { index: 1, field: 'name' },
        { index: 4, field: 'email' },
      ],
    } as const
    const wrong = await importFile(installation, { ...given, encoding: 'utf-8' })
    expect(wrong.badLines.map(({ line }) => line)).toEqual([1, 2])
    const right = await importFile(installation, given)
    expect([right.encoding, right.badLines, right.foundNew]).toEqual(['shift_jis', [], 1])
  })

  it('has two rows of headers without harm', async () => {
    const company = await aCompany()
    const text = `基本情報,,,応募,\n応募ID,氏名,メールアドレス,求人名,応募日\nA1,佐藤 直子,naoko@mail.example,営業,2026/3/1\n`
    expect(await importText(company, text)).toMatchObject({ created: 1, refused: 0 })
    expect(intakeModule.name).toBe('intake')
  })
})
