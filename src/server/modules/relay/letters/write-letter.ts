import { localTime } from '../../../../engines/japanese/index.ts'
import type { Stage } from '../../../../contract/selection/selection-terms.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, operatingMode, staffMember, type OperatingMode, operatorName } from '../../accounts/index.ts'
import { addMonths } from '../../credits/index.ts'
import { basis } from '../../consent/index.ts'
import {
  deadLinkUrl,
  issueLink,
  letterTemplate,
  renderMail,
  senderOf,
  type LetterKey,
  type LetterOffer,
  type LetterStage,
  type MailLanguage,
  type Rendered,
} from '../../messages/index.ts'
import type { Case } from './facts.ts'
import { relaySettings, scopeOf } from './settings.ts'
import { stageName } from './stage-names.ts'
import type { Letter } from './store-letters.ts'
import { drawnWords } from '../trials/trials.ts'

export type Written = {
  rendered: Rendered
  fromName: string
  staffId: string | null
  /** What is kept beside the words: which link, template and recorded basis the letter stands on. */
  evidence: {
    linkId: string | null
    stage: LetterStage
    offer: LetterOffer
    language: MailLanguage
    templateVersion: number
    basisId: string | null
    trialId: string | null
    variant: 'A' | 'B' | null
  }
}

/** Without a letter: a sample. */
type About = Pick<Case, 'application' | 'person'> & { letter: Pick<Letter, 'id' | 'preflightId'> | null }

/** Links of letters can be used for looking and declining for 90 days. */
export const linkDays = 90

/** The letter's words for one person, with a personal link of their own; a sample's link opens nothing. */
export async function writeLetter(work: Work, { application, person, letter }: About): Promise<Written> {
  const [own, settings] = await Promise.all([company(work), relaySettings(work)])
  const language: MailLanguage = own.locale
  const stage = letterStageOf(application.stage)
  const offer = offerOf(await operatingMode(work))
  const { template, drawn } = await wordsOf(work, { stage, offer, language }, { application, person, letter })
  const staff = settings.contactStaffId === null ? undefined : await staffMember(work, settings.contactStaffId)
  const expiresAt = new Date(work.now.getTime() + linkDays * 86_400_000)
  const linkId = letter === null ? null : newId()
  const link =
    linkId === null || letter === null
      ? deadLinkUrl(work)
      : await issueLink(work, {
          id: linkId,
          purpose: 'LETTER',
          personId: person.id,
          recordId: application.sourceRecordId,
          subjectId: letter.id,
          expiresAt,
        })
  const network = settings.operatorName ?? (await operatorName(work)) ?? own.name
  const day = (moment: Date) => dayText(moment, { zone: own.timeZone, language })
  const cooldown = settings.reapplyCooldownMonths ?? 0
  const rendered = await renderMail({
    language,
    template,
    values: {
      'person.name': nameOf(person, language),
      'company.name': language === 'en' ? (own.nameEn ?? own.name) : own.name,
      'opening.title': application.openingTitle,
      stage: stageName(application.stage, language),
      contact: contactOf(staff?.name, language),
      'staff.name': staff?.name ?? (language === 'en' ? 'the hiring team' : '担当者'),
      'service.name': settings.serviceName,
      'operator.name': network,
      link,
      'link.expires': day(expiresAt),
      'reapply.from': day(addMonths(application.endedAt ?? work.now, cooldown)),
    },
    sender: {
      ...senderOf(work, own, {
        language,
        operatorName: offer === 'INFO_PROVISION' || offer === 'PLACEMENT' ? network : null,
      }),
      ...(staff && { contactName: staff.name }),
    },
    occasion: { kind: 'RESULT' },
  })
  const recorded = await basis(work, 'LETTER')
  return {
    rendered,
    fromName: own.name,
    staffId: settings.contactStaffId,
    evidence: {
      linkId,
      stage,
      offer,
      language,
      templateVersion: template.version,
      basisId: recorded?.id ?? null,
      trialId: drawn?.trialId ?? null,
      variant: drawn?.variant ?? null,
    },
  }
}

/** Stands above the words of a sample, whose reader would otherwise try its link in vain. */
const sampleNote: Record<MailLanguage, string> = {
  ja: '※ これは確認用のメールです。応募者の方には届いていません。文中のリンクは見本のため、開いても案内のページは表示されません。実際のメールには、お一人ずつの専用リンクが入ります。',
  en: 'This is a sample and has not been sent to the applicant. Its link leads nowhere: each real letter carries a personal link of its own.',
}

/** The template's words, or those of a trial that this letter is part of. */
async function wordsOf(work: Work, key: LetterKey, { application, person, letter }: About) {
  const template = await letterTemplate(work, key)
  if (letter === null)
    return { template: { ...template, body: `${sampleNote[key.language]}\n\n${template.body}` }, drawn: undefined }
  const scope = scopeOf(application.connectionId)
  const drawn = await drawnWords(work, { key, personId: person.id, scope, preflightId: letter.preflightId })
  return { template: drawn ? { ...template, subject: drawn.subject, body: drawn.body } : template, drawn }
}

/** The words thank for what the person gave: documents, interviews, or everything up to the last. */
export function letterStageOf(stage: Stage): LetterStage {
  switch (stage) {
    case 'APPLIED':
    case 'DOCUMENT_SCREENING':
    case 'APTITUDE_TEST':
    case 'CASUAL_MEETING':
      return 'DOCUMENT'
    case 'INTERVIEW_1':
    case 'INTERVIEW_2':
    case 'INTERVIEW_3':
      return 'INTERVIEW'
    case 'FINAL_INTERVIEW':
    case 'REFERENCE_CHECK':
    case 'OFFER_MEETING':
    case 'INFORMAL_OFFER':
    case 'OFFER':
    case 'JOIN_SCHEDULED':
    case 'JOINED':
      return 'FINAL'
  }
}

/** What the law lets the letter offer; alone or in a group the link opens the company's own pool page. */
export const offerOf = (mode: OperatingMode): LetterOffer => (mode === 'GROUP' ? 'IN_HOUSE' : mode)

/** Who writes, as it stands after the company's name: a letter without a contact is the hiring team's. */
const contactOf = (name: string | undefined, language: MailLanguage): string =>
  language === 'ja'
    ? ['採用担当', ...(name === undefined ? [] : [name])].join(' ')
    : name === undefined
      ? 'The hiring team'
      : `${name}, hiring team`

function nameOf({ fields }: Case['person'], language: MailLanguage): string {
  const candidates = language === 'en' ? [fields.nameRomaji, fields.name] : [fields.name, fields.nameKana]
  const named = candidates.map((field) => field?.value).find((value) => typeof value === 'string' && value !== '')
  return typeof named === 'string' ? named : language === 'en' ? 'Applicant' : 'ご応募者'
}

function dayText(moment: Date, { zone, language }: { zone: string; language: MailLanguage }): string {
  const [year = '', month = '', day = ''] = localTime(moment, zone).day.split('-')
  if (language === 'ja') return `${year}年${Number(month)}月${Number(day)}日`
  const names = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' })
  return names.format(moment)
}
