import type { wordMeanings } from '../../../../contract/intake/imports.ts'

/** Stages of selection, in the order in which they are usually reached (glossary.md). */
export const stages = [
  'APPLIED',
  'CASUAL_MEETING',
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
  'REFERENCE_CHECK',
  'OFFER_MEETING',
  'INFORMAL_OFFER',
  'OFFER',
  'OFFER_ACCEPTED',
  'JOIN_SCHEDULED',
  'JOINED',
] as const
export type Stage = (typeof stages)[number]

/** How an application ended. Only `REJECTED`, by the company, may ever lead to a letter. */
export type EndKind =
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'OFFER_DECLINED'
  | 'HIRED'
  | 'CLOSED_DUPLICATE'
  | 'UNREACHABLE'
  | 'EARLY_LEAVE'
/** What is said of the step reached, where the application goes on. */
export type StepState = 'ON_HOLD' | 'PASSED' | 'IN_PROGRESS'
/** What a person may say that an unknown word for a status means. */
export type Meaning = (typeof wordMeanings)[number]
/** What was chosen for words, by `statusKey`. */
export type Meanings = Readonly<Record<string, Meaning>>

export type Status = { stage: Stage | null; end: EndKind | null; state: StepState | null; recognised: boolean }

/**
 * Words for an end or a state; the first pattern that is met decides, so the longer come before those inside them
 * (内定辞退 before 辞退, 不採用 before 採用). A lone `Declined` is left out: some systems mean the person by it, some the
 * company, and only a rejection by the company may lead to a letter.
 */
const outcomes: [RegExp, Partial<Status>][] = [
  [/重複|二重応募|duplicate/, { end: 'CLOSED_DUPLICATE' }],
  [/早期退職|返金対象|earlyleav/, { end: 'EARLY_LEAVE', stage: 'JOINED' }],
  [
    /(?:内定|オファー|内々定|入社)(?:後|承諾後)?(?:を)?(?:辞退|ご辞退|キャンセル)|offer(?:was)?(?:declined|rejected|refused|turneddown)|(?:declined|rejected|turneddown)(?:the|our)?offer/,
    { end: 'OFFER_DECLINED', stage: 'OFFER' },
  ],
  [
    /音信不通|連絡不通|連絡取れず|連絡がとれ|連絡なし|不通|ゴースト|未返信終了|ghosted|unreachable|noresponse|noshow|無断欠席/,
    { end: 'UNREACHABLE' },
  ],
  [
    /辞退|取り下げ|取下げ|取下|応募キャンセル|withdr[ae]w|withdrawn|candidate(?:declined|rejected)|(?:declined|rejected)bycandidate|they(?:rejected|declined)|rejectedus|nolongerinterested|candidatenotinterested|acceptedanother|droppedout|本人都合|他社(?:決定|内定|承諾|入社)/,
    { end: 'WITHDRAWN' },
  ],
  [
    /不採用|不合格|見送り|見送る|お見送|落選|不通過|お祈り|選外|不可$|(?<![a-z])ng$|^ng(?![a-z])|落ち|不採$|非採用|rejected|reject$|notselected|unsuccessful|failed|^fail|nothired|turneddown|notproceeding|regret|disqualified|declinedbycompany/,
    { end: 'REJECTED' },
  ],
  [/入社済|入社しました|入社完了|^入社$|勤務中|^joined|started$|onboarded/, { end: 'HIRED', stage: 'JOINED' }],
  [/入社決定|入社予定|入社待ち|入社確定|tojoin|joinscheduled/, { end: 'HIRED', stage: 'JOIN_SCHEDULED' }],
  [
    /(?:内定|オファー)(?:を)?(?:承諾|受諾)|承諾|offeraccepted|acceptedoffer|^accepted$/,
    { end: 'HIRED', stage: 'OFFER_ACCEPTED' },
  ],
  [/^採用$|採用決定|採用確定|採用済|^hired|hired$|成約|^placed$/, { end: 'HIRED' }],
  [/保留|ペンディング|様子見|キープ|補欠|onhold|^hold$|pending|waitlist/, { state: 'ON_HOLD' }],
  [/合格|通過|^ok$|クリア|passed|^pass$|advanced/, { state: 'PASSED' }],
  [
    /選考中|調整中|実施待ち|実施予定|予定$|待ち$|未対応|未読|既読|検討中|審査中|対応中|確認中|結果待ち|進行中|未着手|inprogress|inprocess|active|scheduled|^new$|^open$|screening$|underreview|awaitingreview|reviewed$|contacting|contacted|interviewing|shortlisted|processing/,
    { state: 'IN_PROGRESS' },
  ],
]
const symbols: Record<string, Partial<Status>> = {
  '×': { end: 'REJECTED' },
  '✕': { end: 'REJECTED' },
  '✖': { end: 'REJECTED' },
  '○': { state: 'PASSED' },
  〇: { state: 'PASSED' },
  '◯': { state: 'PASSED' },
  '◎': { state: 'PASSED' },
  '△': { state: 'ON_HOLD' },
}

const steps: [RegExp, Stage][] = [
  [
    /最終(?:面接|選考|面談|$|落ち|合格|通過|不合格|見送|ng)|役員面接|社長面接|finalinterview|finalround|^final/,
    'FINAL_INTERVIEW',
  ],
  [/(?:三|3)次|3rdinterview|interview3|thirdinterview|3rdround/, 'INTERVIEW_3'],
  [/(?:二|2)次|2ndinterview|interview2|secondinterview|2ndround|secondround|onsite|facetoface/, 'INTERVIEW_2'],
  [
    /(?:一|1|初)次|初回面接|1stinterview|interview1|firstinterview|1stround|firstround|phonescreen|phoneinterview|recruiterscreen/,
    'INTERVIEW_1',
  ],
  [
    /書類|エントリーシート|^es(?![a-z])|documentscreen|resumescreen|resumereview|cvscreen|cvreview|applicationreview|^screening|documentreview|paperscreen/,
    'DOCUMENT_SCREENING',
  ],
  [
    /適性|webテスト|ウェブテスト|筆記|spi|試験|コーディングテスト|課題|aptitude|assessment|codingtest|onlinetest/,
    'APTITUDE_TEST',
  ],
  [/カジュアル|casual/, 'CASUAL_MEETING'],
  [/リファレンス|reference/, 'REFERENCE_CHECK'],
  [/オファー面談|条件面談|処遇面談|offermeeting/, 'OFFER_MEETING'],
  [/内々定|内内定|informaloffer/, 'INFORMAL_OFFER'],
  [/内定|オファー|offer/, 'OFFER'],
  [/入社予定|入社待ち/, 'JOIN_SCHEDULED'],
  [/^入社|^joined/, 'JOINED'],
  [/面接|面談|interview/, 'INTERVIEW_1'],
  [/応募|エントリー|受付|新規|^applied|^application|received|^new$|^newapplicant|^entry/, 'APPLIED'],
]

/**
 * What a cell for the stage, the status or the result says: 書類選考, 一次面接 不採用, 書類落ち, お見送り, Offer declined.
 * `recognised` is false for words which the table does not know; these are shown to a person and never taken for an end.
 */
export function readStatus(text: string, chosen: Meanings = {}): Status {
  const key = statusKey(text)
  const meaning = Object.hasOwn(chosen, key) ? chosen[key] : undefined
  if (meaning) return statusOf(meaning)
  const symbol = symbols[text.trim()] ?? symbols[key]
  const outcome = symbol ?? outcomes.find(([pattern]) => pattern.test(key))?.[1]
  const step = steps.find(([pattern]) => pattern.test(key))?.[1] ?? null
  return {
    stage: outcome?.stage ?? step,
    end: outcome?.end ?? null,
    state: outcome?.state ?? null,
    recognised: outcome !== undefined || step !== null,
  }
}

/** A word for a status as it is compared and remembered. */
export const statusKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u3000・_\-‐:：/／()（）【】「」.,、。]/gu, '')

function statusOf(meaning: Meaning): Status {
  const nothing: Status = { stage: null, end: null, state: null, recognised: true }
  if (meaning === 'IGNORED') return nothing
  if (meaning === 'IN_PROGRESS' || meaning === 'ON_HOLD' || meaning === 'PASSED') return { ...nothing, state: meaning }
  const isStage = (stages as readonly string[]).includes(meaning)
  return isStage ? { ...nothing, stage: meaning as Stage } : { ...nothing, end: meaning as EndKind }
}

export type ChannelKind = 'AGENCY' | 'SCOUT' | 'DIRECT' | 'EMPLOYEE_REFERRAL' | 'JOB_BOARD' | 'ALUMNI' | 'EVENT'
const channels: [RegExp, ChannelKind][] = [
  [/社員紹介|リファラル|縁故|知人|referral|^社員$/, 'EMPLOYEE_REFERRAL'],
  [/アルムナイ|カムバック|出戻り|alumni|returner/, 'ALUMNI'],
  [
    /エージェント|人材紹介|紹介会社|職業紹介|agent|agency|パソナ|jac|リクルートエージェント|マイナビエージェント/,
    'AGENCY',
  ],
  [/adposting|求人広告/, 'JOB_BOARD'],
  [/スカウト|ダイレクト|ビズリーチ|wantedly|bizreach|オファー型|scout|sourc(?:ed|ing)|linkedin/, 'SCOUT'],
  [
    /自社|採用サイト|採用hp|ホームページ|コーポレート|直接応募|直応募|direct|careerssite|careersite|companysite|website/,
    'DIRECT',
  ],
  [/イベント|説明会|セミナー|フェア|event|meetup|fair/, 'EVENT'],
  [
    /媒体|求人サイト|求人広告|リクナビ|マイナビ|doda|デューダ|エン転職|^en|green|indeed|求人ボックス|ハローワーク|type|女の転職|スタンバイ|jobboard|jobsite|ad$/,
    'JOB_BOARD',
  ],
]

/** The kind of channel a cell names; null when the words are not known. */
export function readChannel(text: string): ChannelKind | null {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u3000・]/gu, '')
  return channels.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
