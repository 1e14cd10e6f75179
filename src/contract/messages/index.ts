import { accountsMessages } from './accounts.ts'
import { backupMessages } from './backup.ts'
import { cliMessages } from './cli.ts'
import { creditsMessages } from './credits.ts'
import { disputesMessages } from './disputes.ts'
import { filesMessages } from './files.ts'
import { freshnessMessages } from './freshness.ts'
import { intakeFileMessages } from './intake-files.ts'
import { consentMessages } from './consent.ts'
import { intakeMessages } from './intake.ts'
import { impactMessages } from './impact.ts'
import { kernelMessages } from './kernel.ts'
import { mailMessages } from './mail.ts'
import { linkageMessages } from './linkage.ts'
import { insightsMessages } from './insights.ts'
import { introductionsMessages } from './introductions.ts'
import { matchingMessages } from './matching.ts'
import type { Locale, Messages } from './messages.ts'
import { peopleMessages } from './people.ts'
import { poolMessages } from './pool.ts'
import { relayMemberMessages } from './relay-members.ts'
import { relayMessages } from './relay.ts'
import { spoken } from './spoken.ts'
import { selectionMessages } from './selection.ts'
import { webhooksMessages } from './webhooks.ts'

export type { Locale, Messages } from './messages.ts'

/** Every module's messages; a module adds its own here. */
const collected: readonly Messages[] = [
  // One line each, in the order of the modules.
  kernelMessages,
  cliMessages,
  backupMessages,
  consentMessages,
  accountsMessages,
  peopleMessages,
  filesMessages,
  selectionMessages,
  mailMessages,
  linkageMessages,
  poolMessages,
  intakeFileMessages,
  intakeMessages,
  freshnessMessages,
  creditsMessages,
  relayMemberMessages,
  matchingMessages,
  relayMessages,
  introductionsMessages,
  disputesMessages,
  impactMessages,
  webhooksMessages,
  insightsMessages,
]

/** The message of every error code, by language. */
export const messages: Messages = {
  ja: Object.assign({}, ...collected.map(({ ja }) => ja)),
  en: Object.assign({}, ...collected.map(({ en }) => en)),
}

/**
 * The message of a problem, with the words in braces filled from its detail, codes by their words; nothing for a code
 * without a message.
 */
export function messageOf(
  locale: Locale,
  problem: { code: string; detail?: Record<string, unknown> | undefined },
): string | undefined {
  return messages[locale][problem.code]?.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.detail?.[name]
    const isSaid = (one: unknown) => typeof one === 'string' || typeof one === 'number'
    const said = [value].flat().filter(isSaid)
    if (said.length === 0 && !Array.isArray(value)) return whole
    return said.map((one) => spoken(locale, { code: problem.code, name, value: one })).join(', ')
  })
}
