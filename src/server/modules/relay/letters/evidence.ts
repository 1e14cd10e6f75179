import {
  legalBasisNames,
  letterOfferNames,
  mailEventNames,
  namedOr,
} from '../../../../contract/relay/evidence-words.ts'
import { letterStageNames, letterStateNames } from '../../../../contract/relay/letter-words.ts'
import type { LetterEvidence } from '../../../../contract/relay/letter-links.ts'
import { localTime } from '../../../../engines/japanese/index.ts'
import { sha256 } from '../../../kernel/crypto.ts'
import type { PdfPaper } from '../../../kernel/pdf.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { basisById } from '../../consent/index.ts'
import { linkById, mail } from '../../messages/index.ts'
import { letterNotFound } from './errors.ts'
import { shownState } from './letters.ts'
import { named } from './lists/named.ts'
import { findLetter } from './store-letters.ts'

/**
 * Everything on record about one letter: the words as they are kept (their link without its secret), the link's reference,
 * the template's version, the basis on record when it left, and what became of it. Reading it is audited.
 */
export async function letterEvidence(work: Work, id: string): Promise<LetterEvidence> {
  const letter = await findLetter(work, id)
  if (!letter) throw letterNotFound({})
  const about = (await named(work, [letter])).get(letter.applicationId)
  const sent = letter.mailId === null ? undefined : await mail(work, letter.mailId)
  const link = letter.linkId === null ? undefined : await linkById(work, letter.linkId)
  const basis = letter.basisId === null ? undefined : await basisById(work, letter.basisId)
  const { stage, offer, language, templateVersion: version } = letter
  await record(work, { action: 'relay.letter-evidence-read', subject: { kind: 'letter', id }, detail: {} })
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    letter: {
      id,
      kind: letter.kind,
      state: shownState(letter.state),
      applicationId: letter.applicationId,
      personName: about?.personName ?? null,
      openingTitle: about?.openingTitle ?? '',
      endedAt: letter.endedAt.toISOString(),
      scheduledAt: letter.recordedAt.toISOString(),
      sentAt: iso(letter.sentAt),
      reason: letter.reason,
      preflightId: letter.preflightId,
    },
    words: sent?.rendered
      ? {
          subject: sent.rendered.subject,
          text: sent.rendered.text,
          sha256: sha256(sent.rendered.text),
          messageId: sent.messageId,
        }
      : null,
    link: link
      ? {
          id: link.id,
          issuedAt: link.issuedAt.toISOString(),
          expiresAt: link.expiresAt.toISOString(),
          revokedAt: iso(link.revokedAt),
        }
      : null,
    template:
      stage !== null && offer !== null && language !== null && version !== null
        ? { stage, offer, language, version, trialId: letter.trialId, variant: letter.variant }
        : null,
    basis: basis
      ? {
          id: basis.id,
          purpose: basis.purpose,
          legalBasis: basis.legalBasis,
          recordedAt: basis.recordedAt.toISOString(),
        }
      : null,
    events: (sent?.events ?? []).map(({ kind, at, answer }) => ({ kind, at: at.toISOString(), detail: answer })),
    madeAt: work.now.toISOString(),
  }
}

const words = {
  ja: {
    title: 'お見送りメールの証跡',
    about: '対象',
    person: 'お名前',
    erased: '(消去済み)',
    opening: '求人',
    ended: '不採用日時',
    state: '状態',
    sent: '送信日時',
    kind: '送り方',
    kinds: { AUTO: '不採用後に自動で送信', CAMPAIGN: '一斉送信', LINK: '他のシステムから送信(リンクのみ発行)' },
    states: letterStateNames.ja,
    ground: '利用目的と根拠',
    purpose: '利用目的',
    legalBasis: '法的な根拠',
    basisAt: '根拠の記録日時',
    template: '文面',
    standard: '標準の文面',
    version: (number: number) => `自社で変更した文面(第${number}版)`,
    variant: (variant: string) => `比較の文面${variant}`,
    languages: { ja: '日本語', en: '英語' },
    link: '専用リンクの管理番号',
    linkUntil: '専用リンクの期限',
    words: '本文(専用リンクの秘密の部分は保存されません)',
    noWords: '本文は、送信した他のシステムにあります。',
    subject: '件名',
    digest: '本文のSHA-256',
    messageId: 'Message-ID',
    delivery: '配信の記録',
    at: '日時',
    event: '内容',
    answer: 'サーバーの応答',
    none: '—',
  },
  en: {
    title: 'Evidence of a letter',
    about: 'About',
    person: 'Name',
    erased: '(erased)',
    opening: 'Opening',
    ended: 'Rejected',
    state: 'State',
    sent: 'Sent',
    kind: 'How',
    kinds: { AUTO: 'By itself', CAMPAIGN: 'Campaign', LINK: 'By another system (link only)' },
    states: letterStateNames.en,
    ground: 'Ground',
    purpose: 'Purpose',
    legalBasis: 'Legal basis',
    basisAt: 'Basis recorded',
    template: 'Words',
    standard: 'The standard words',
    version: (number: number) => `The company’s own, version ${number}`,
    variant: (variant: string) => `variant ${variant} of a trial`,
    languages: { ja: 'Japanese', en: 'English' },
    link: 'Reference of the link',
    linkUntil: 'Link valid until',
    words: 'Words (the secret part of the link is never kept)',
    noWords: 'The words are in the other system that sent them.',
    subject: 'Subject',
    digest: 'SHA-256 of the text',
    messageId: 'Message-ID',
    delivery: 'Delivery',
    at: 'When',
    event: 'What',
    answer: 'Answer of the server',
    none: '—',
  },
}

/** The same as a paper. */
export async function evidencePaper(work: Work, id: string, language: 'ja' | 'en'): Promise<PdfPaper> {
  const evidence = await letterEvidence(work, id)
  const { name, timeZone } = await company(work)
  const text = words[language]
  const { letter, link, basis, template } = evidence
  const moment = (at: string | null | undefined): string => {
    if (!at) return text.none
    const { day, millisecond } = localTime(new Date(at), timeZone)
    return `${day} ${new Date(millisecond).toISOString().slice(11, 19)} (${timeZone})`
  }
  const facts = (pairs: readonly (readonly [string, string])[]): PdfPaper['parts'][number] => ({
    kind: 'facts',
    facts: pairs.map(([label, value]) => ({ label, value })),
  })
  return {
    title: text.title,
    language,
    subtitle: `${name}　${id}`,
    footer: `${name}　${text.title}`,
    madeAt: work.now,
    parts: [
      { kind: 'heading', text: text.about },
      facts([
        [text.person, letter.personName ?? text.erased],
        [text.opening, letter.openingTitle],
        [text.ended, moment(letter.endedAt)],
        [text.kind, text.kinds[letter.kind]],
        [text.state, text.states[letter.state]],
        [text.sent, moment(letter.sentAt)],
      ]),
      { kind: 'heading', text: text.ground },
      facts([
        [text.purpose, basis?.purpose ?? text.none],
        [text.legalBasis, basis ? namedOr(legalBasisNames[language], basis.legalBasis) : text.none],
        [text.basisAt, moment(basis?.recordedAt)],
        [text.template, template ? versionOf(template, language) : text.none],
        [text.link, link?.id ?? text.none],
        [text.linkUntil, moment(link?.expiresAt)],
      ]),
      ...wordsOf(evidence, text),
      ...deliveryOf(evidence, { text, moment, language }),
    ],
  }
}

type Text = (typeof words)['ja']

function wordsOf({ words: kept }: LetterEvidence, text: Text): PdfPaper['parts'] {
  if (!kept)
    return [
      { kind: 'heading', text: text.words },
      { kind: 'text', text: text.noWords },
    ]
  const facts = [
    { label: text.subject, value: kept.subject },
    { label: text.messageId, value: kept.messageId ?? text.none },
    { label: text.digest, value: kept.sha256 },
  ]
  return [
    { kind: 'heading', text: text.words },
    { kind: 'facts', facts },
    { kind: 'text', text: kept.text },
  ]
}

type Said = { text: Text; moment: (at: string) => string; language: 'ja' | 'en' }

/** Which words it had: for which stage, with which offer, and whose version. */
function versionOf(template: NonNullable<LetterEvidence['template']>, language: 'ja' | 'en'): string {
  const { stage, offer, language: written, version, variant } = template
  const text = words[language]
  const parts = [
    namedOr(letterStageNames[language], stage),
    namedOr(letterOfferNames[language], offer),
    namedOr(text.languages, written),
    version === 0 ? text.standard : text.version(version),
    ...(variant === null ? [] : [text.variant(variant)]),
  ]
  return parts.join(' / ')
}

function deliveryOf({ events }: LetterEvidence, { text, moment, language }: Said): PdfPaper['parts'] {
  if (events.length === 0) return []
  return [
    { kind: 'heading', text: text.delivery },
    {
      kind: 'table',
      columns: [
        { label: text.at, share: 1.6 },
        { label: text.event, share: 1.8 },
        { label: text.answer, share: 1.8 },
      ],
      rows: events.map(({ at, kind, detail }) => [moment(at), namedOr(mailEventNames[language], kind), detail ?? '']),
    },
  ]
}
