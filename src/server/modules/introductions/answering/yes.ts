import { sha256 } from '../../../kernel/crypto.ts'
import { consentText, expiryOf, type Shown } from '../../consent/index.ts'
import { disclosedLabels, disclosureKey, type Disclosure } from './disclosure.ts'
import type { Ask } from './store-asks.ts'

/** The words of a consent to one introduction, as the page shows them. */
export type YesWords = { purpose: string; uses: string; stop: string; until: string }

type Yes = {
  offer: { purpose: 'INTRODUCTION'; recipient: string; items: string[]; shown: Shown }
  words: YesWords
  /**
   * A short name for exactly these words and values, which the page posts back with the yes, so that what is agreed to
   * and provided is what was read. It goes only to the person whose values they are.
   */
  hash: string
}

type Circumstances = { disclosure: Disclosure; language: 'ja' | 'en'; now: Date }

/** What a yes to this request consents to: these values to this employer, for the selection to this opening. */
export function yesOf({ employerId, provider, job }: Ask, { disclosure, language, now }: Circumstances): Yes {
  const shown: Shown = {
    purpose: 'INTRODUCTION',
    language,
    company: provider.name,
    recipient: job.companyName,
    opening: job.openingTitle,
    items: disclosedLabels(disclosure, language),
  }
  const text = consentText(shown)
  const [purpose = '', uses = '', , stop = ''] = text.body.split('\n')
  return {
    offer: { purpose: 'INTRODUCTION', recipient: employerId, items: Object.keys(disclosure.fields), shown },
    words: { purpose, uses, stop, until: expiryOf('INTRODUCTION', now).toISOString() },
    hash: sha256(JSON.stringify([disclosureKey(disclosure), text.hash])),
  }
}
