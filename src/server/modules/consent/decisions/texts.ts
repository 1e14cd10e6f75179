import type { Purpose } from '../../../../contract/consent/consent.ts'
import { sha256 } from '../../../kernel/crypto.ts'

export type Language = 'ja' | 'en'
/** What a text says about the case at hand. `recipient` is who will receive; `company` is who asks. */
export type Shown = {
  purpose: Purpose
  language: Language
  company: string
  recipient: string
  items: readonly string[]
  /** The opening for whose selection an identity is given; what is agreed to for one is for that one alone. */
  opening?: string | null
}

/**
 * Raised whenever the words of a purpose change, in any language. What people decided on stays readable, because
 * the words themselves are kept by their hash.
 */
const version = 3

type Words = { title: string; uses: string; stop: string }

const words: Record<Language, Record<Purpose, Words>> = {
  ja: {
    POOL: {
      title: '{company}が、今後の募集でご案内するために、ご本人の情報を保管すること',
      uses: '{company}の採用担当者だけが閲覧し、募集のご案内にのみ使用します。社外には提供しません。',
      stop: 'いつでも撤回でき、撤回後は情報を消去します。撤回による不利益はありません。',
    },
    RELAY_PROFILE: {
      title: '個人を特定できない形にしたプロフィールを、{recipient}に公開すること',
      uses: '氏名・連絡先・勤務先名は公開しません。希望条件に合う募集を見つけるためにのみ使用します。選考の評価点は含みません。',
      stop: 'いつでも撤回でき、撤回すると直ちに非公開になります。',
    },
    INTRODUCTION: {
      title: '求人「{opening}」のご紹介のため、ご本人の氏名・連絡先・経歴を{recipient}に提供すること',
      uses: '{recipient}が、求人「{opening}」の内容のご説明と、その選考についてのご連絡のためにのみ使用します。',
      stop: 'いつでも「同意の確認と撤回」から撤回できます。提供前であれば提供を取りやめ、提供後であれば、提供先に利用の停止を依頼します。',
    },
    FLOW_BACK: {
      title: 'その後の転職活動の状況を、{recipient}に知らせること',
      uses: '「活動中」「他社で選考中」「就職済み」という大まかな状況だけを知らせます。会社名は知らせません。',
      stop: 'いつでも撤回でき、撤回後は何も知らせません。',
    },
    IMPACT_AUDIT: {
      title: '{recipient}が、順位付けに偏りがないかを確かめるために、任意の回答を集計すること',
      uses: '集計にのみ使用します。参加企業には提供せず、募集の検索・順位付け・選考には使用しません。回答の有無や内容によって不利益を受けることはありません。',
      stop: 'いつでも撤回でき、撤回すると回答を削除します。すでに作成された集計表は、個人を特定できない数だけを残します。',
    },
  },
  en: {
    POOL: {
      title: '{company} keeps your information to tell you about future openings',
      uses: 'Only the recruiters of {company} see it, and use it only to tell you about openings. It is not given to anyone outside.',
      stop: 'You can withdraw at any time; your information is then erased. Withdrawing has no disadvantage.',
    },
    RELAY_PROFILE: {
      title: 'A profile that does not identify you is shown to {recipient}',
      uses: 'Your name, contacts and employer are not shown. It is used only to find openings that fit what you want, and contains no score of any selection.',
      stop: 'You can withdraw at any time; the profile is then hidden at once.',
    },
    INTRODUCTION: {
      title: 'Your name, contacts and career are given to {recipient} for the opening “{opening}”',
      uses: '{recipient} uses them only to explain the opening “{opening}” to you and to contact you about its selection.',
      stop: 'You can withdraw at any time under “Consents”. Until they are given, they are then not given; afterwards we ask the recipient to stop using them.',
    },
    FLOW_BACK: {
      title: '{recipient} is told how your job search went on',
      uses: 'Only the coarse state is told: active, in process elsewhere, or placed. The name of an employer is never told.',
      stop: 'You can withdraw at any time; nothing is told afterwards.',
    },
    IMPACT_AUDIT: {
      title: '{recipient} counts your voluntary answers to check that ranking disadvantages nobody',
      uses: 'They are used for counting alone. No employer receives them, and no search, ranking or selection uses them. Neither answering nor leaving it has any disadvantage.',
      stop: 'You can withdraw at any time; your answers are then deleted. Tables made before keep numbers that identify nobody.',
    },
  },
}

/** Where no opening is named: above all that one employer was given, and in records of an earlier release. */
const withoutOpening: Record<Language, Pick<Words, 'title' | 'uses'>> = {
  ja: {
    title: 'ご本人の氏名・連絡先・経歴を、{recipient}に提供すること',
    uses: '{recipient}が、募集内容のご説明と、選考についてのご連絡のためにのみ使用します。',
  },
  en: {
    title: 'Your name, contacts and career are given to {recipient}',
    uses: '{recipient} uses them only to explain the opening to you and to contact you about the selection.',
  },
}

const labels: Record<Language, { items: string; between: string }> = {
  ja: { items: '対象となる項目：', between: '、' },
  en: { items: 'What it covers: ', between: ', ' },
}

export type ConsentText = {
  hash: string
  version: number
  purpose: Purpose
  language: Language
  title: string
  body: string
}

/** Names as they stand in the words: whatever is in them, on one line. */
const inLine = (name: string) => name.replaceAll(/\s+/g, ' ').trim()

/** The words a person decides on. The hash is over the words exactly as shown. */
export function consentText({ purpose, language, company, recipient, items, opening }: Shown): ConsentText {
  const names: Record<string, string> = { company, recipient, opening: opening ?? '' }
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => inLine(names[name] ?? whole))
  const isGeneral = purpose === 'INTRODUCTION' && !opening?.trim()
  const { title, uses, stop } = { ...words[language][purpose], ...(isGeneral && withoutOpening[language]) }
  const { items: label, between } = labels[language]
  const body = [fill(title), fill(uses), `${label}${items.join(between)}`, fill(stop)].join('\n')
  return { hash: sha256(body), version, purpose, language, title: fill(title), body }
}
