import { letterOfferNames } from '../../../../contract/relay/evidence-words.ts'
import { letterStageNames } from '../../../../contract/relay/letter-words.ts'
import { messages } from '../../../../ui/text/messages.ts'

/** What kinds of letters are called. */
export const templateWords = messages({
  ja: {
    stage: '到達した段階',
    stages: letterStageNames.ja,
    offer: 'ご案内の内容',
    offers: letterOfferNames.ja,
    language: '言語',
    languages: { ja: '日本語', en: '英語' },
    placeholders: {
      'person.name': '応募者のお名前',
      'company.name': '会社名',
      'opening.title': '求人名',
      stage: '到達した選考',
      'staff.name': '担当者名',
      contact: '採用担当の名乗り',
      'service.name': 'サービス名',
      'operator.name': '運営者名',
      link: '専用リンク',
      'link.expires': 'リンクの期限',
      'reapply.from': '再応募できる日',
    } as Record<string, string>,
  },
  en: {
    stage: 'Stage reached',
    stages: letterStageNames.en,
    offer: 'What it offers',
    offers: letterOfferNames.en,
    language: 'Language',
    languages: { ja: 'Japanese', en: 'English' },
    placeholders: {
      'person.name': 'Name',
      'company.name': 'Company',
      'opening.title': 'Opening',
      stage: 'Stage reached',
      'staff.name': 'Member of staff',
      contact: 'Who writes',
      'service.name': 'Service',
      'operator.name': 'Operator',
      link: 'Personal link',
      'link.expires': 'Link valid until',
      'reapply.from': 'May apply again from',
    },
  },
})
