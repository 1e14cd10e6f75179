import type { Command } from 'commander'
import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { read, readPublicJwk, type PublicJwk } from '../engines/certificate/index.ts'
import { certificateFields, quarterText, textIn } from '../portal/index.ts'
import { refusal } from '../server/kernel/errors.ts'
import { act, Found, inHelp, verb } from './verb.ts'

type Options = { key: string }

const keyUnreadable = refusal('cli.key-unreadable', 422)

/** As the portal calls it; what a later version certifies stands by its own name. */
function fieldName(name: string, language: 'ja' | 'en'): string {
  const known = certificateFields.find((field) => field === name)
  return known ? textIn(language).passport.certificates[known] : name
}

function keyOf(text: string): KeyObject {
  try {
    return readPublicJwk(JSON.parse(text) as PublicJwk)
  } catch {
    throw keyUnreadable({})
  }
}

/** `tasuki certificate`: checks a certificate of a stage reached without a database, by the published key. */
export function addCertificate(program: Command): void {
  const command = verb(program, 'certificate', {
    ja: '選考到達段階の証明書が本物かどうかを、公開鍵で確認する(データベースは使わない)',
    en: 'check a certificate of the stage reached by the published key; needs no database',
  })
    .argument('<file>', inHelp({ ja: '証明書のファイル', en: 'the certificate' }))
    .requiredOption(
      '--key <file>',
      inHelp({ ja: '公開鍵(ポータルの /verify/key.json)', en: 'the public key, from /verify/key.json of the portal' }),
    )
  act<Options>(command, async (terminal, { key }, file = '') => {
    const said = read(await readFile(file, 'utf8'), keyOf(await readFile(key, 'utf8')))
    const hasRunOut = said.genuine && said.validUntil <= new Date()
    const shown = said.genuine ? Object.entries(said.shown) : []
    const lines = (language: 'ja' | 'en') =>
      shown
        .map(
          ([name, value]) =>
            `\n  ${fieldName(name, language)}: ${name === 'period' ? quarterText(value, { language }) : value}`,
        )
        .join('')
    terminal.result(
      { ...said, hasRunOut },
      said.genuine
        ? {
            ja: `本物です(発行者 ${said.issuer}${hasRunOut ? '、有効期限切れ' : ''})。${lines('ja')}`,
            en: `Genuine, issued by ${said.issuer}${hasRunOut ? ', but it has run out' : ''}.${lines('en')}`,
          }
        : { ja: '本物と確認できません。', en: 'Not confirmed as genuine.' },
    )
    if (!said.genuine || hasRunOut) throw new Found()
  })
}
