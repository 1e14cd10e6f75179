import type { Command } from 'commander'
import type { LinkField } from '../../contract/relay/link-field.ts'
import { messageOf } from '../../contract/messages/index.ts'
import type { Installation } from '../../server/kernel/installation.ts'
import { inCompany } from '../../server/kernel/work.ts'
import { chosenCompany, ownerOf } from '../company.ts'
import type { Terminal } from '../terminal.ts'
import { act, inHelp, verb } from '../verb.ts'
import { inInstallation, reading, readerIn } from './opened.ts'

type Options = { company?: string; retry?: boolean }

/** `tasuki links`: how links are written into fields of other systems, and, with `--retry`, once more what was held or given up. */
export function addLinks(program: Command): void {
  const command = verb(program, 'links', {
    ja: '外部システムの項目への専用リンクの書き込み状況を表示する(--retry で、止まっているものを再度書き込む)',
    en: 'show how personal links are written into other systems (--retry: write again what was held or given up)',
  })
    .option(
      '--company <id>',
      inHelp({ ja: '企業ID(1社のみの場合は省略可)', en: 'id of the company, when there are several' }),
    )
    .option('--retry', inHelp({ ja: '保留・失敗したものを再度書き込む', en: 'write again what was held or given up' }))
  act<Options>(command, (terminal, { company, retry }) =>
    inInstallation(async (installation) => {
      const companyId = await chosenCompany(installation, company)
      const retried = retry ? await retryAll(installation, companyId) : 0
      await tellLinks(installation, terminal, { companyId, retried })
    }),
  )
}

/** Has everything of the company written again that was held or given up, as its owner; answers how many that are. */
export async function retryAll(installation: Installation, companyId: string): Promise<number> {
  const { retryStopped } = await import('../../server/modules/relay/index.ts')
  const actor = await ownerOf(installation, companyId)
  return inCompany(installation, { companyId, actor }, retryStopped)
}

type Asked = { companyId: string; retried: number }

/** Tells of each connection that can be written into where it stands, and what keeps it. */
export async function tellLinks(
  installation: Installation,
  asked: Terminal,
  { companyId, retried }: Asked,
): Promise<void> {
  const { linkFields } = await import('../../server/modules/relay/index.ts')
  const { fields, reader } = await reading(installation, companyId, async (work) => ({
    fields: await linkFields(work),
    reader: await readerIn(work),
  }))
  const terminal = asked.inLanguage(reader.locale)
  for (const one of fields) terminal.say(lineOf(one, reader.dayOf))
  terminal.result(
    { links: fields, retried },
    {
      ja: `連携 ${fields.length} 件。再度書き込むもの: ${retried} 件。`,
      en: `Connections: ${fields.length}. To be written again: ${retried}.`,
    },
  )
}

type Named = { name: string } & Pick<LinkField, 'field' | 'onSince' | 'counts' | 'access'>

function lineOf({ name, field, onSince, counts, access }: Named, dayOf: (instant: string) => string) {
  const why = (locale: 'ja' | 'en') =>
    access?.problem
      ? `  ${messageOf(locale, { code: `intake.access.${access.problem}`, detail: {} }) ?? access.problem}`
      : ''
  const { WAITING, WRITTEN, HELD, REFUSED, FAILED } = counts
  return {
    ja: `${name}  ${field ? `項目「${field.name}」` : '項目は未設定'}  ${onSince ? `${dayOf(onSince)}から書き込み中` : '停止中'}  書き込み済み ${WRITTEN}、待機 ${WAITING}、保留 ${HELD}、対象外 ${REFUSED}、失敗 ${FAILED}${why('ja')}`,
    en: `${name}  ${field ? `field “${field.name}”` : 'no field chosen'}  ${onSince ? `written since ${dayOf(onSince)}` : 'off'}  written ${WRITTEN}, waiting ${WAITING}, held ${HELD}, nobody’s ${REFUSED}, failed ${FAILED}${why('en')}`,
  }
}
