import { dayIn } from '../../../engines/japanese/index.ts'
import { newId } from '../../kernel/ids.ts'
import { company } from '../../modules/accounts/index.ts'
import { changeRule, publishNotice, retentionRules } from '../../modules/consent/index.ts'
import { english } from './privacy-notice-en.ts'
import { japanese } from './privacy-notice-ja.ts'
import { keptMonths, type Section } from './privacy-notice-parts.ts'
import type { Desk } from '../stage.ts'

/** The employer sets how long it keeps people, and publishes the notice that says so from the day it begins. */
export async function publishOwnNotice({ employer, work }: Desk): Promise<void> {
  await work(async (opened) => {
    for (const { class: name, startsAt, version } of await retentionRules(opened))
      if (name !== 'MEMBER')
        await changeRule(opened, { class: name, startsAt, version, months: keptMonths[name], isOn: true })
    await publishNotice(opened, {
      id: newId(),
      after: 0,
      effectiveOn: dayIn(opened.now, (await company(opened)).timeZone),
      summary: '',
      bodyJa: written(japanese(employer)),
      bodyEn: written(english(employer)),
    })
  })
}

const written = (sections: readonly Section[]): string =>
  sections.map(([heading, ...paragraphs]) => [`# ${heading}`, ...paragraphs].join('\n\n')).join('\n\n')
