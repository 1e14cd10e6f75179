import type { WorkKind, WorkLine } from '../../contract/work-list.ts'
import type { Format } from '../../ui/text/format.ts'
import { messages } from '../../ui/text/messages.ts'

type Says = { title: string; unit: string; note: (line: WorkLine, format: Format) => string | undefined }

const since = (text: (age: string) => string) => (line: WorkLine, format: Format) =>
  line.at === null ? undefined : text(format.relative(line.at))
const on = (text: (day: string) => string) => (line: WorkLine, format: Format) =>
  line.at === null ? undefined : text(format.date(line.at))
const always = (text: string) => () => text

/** Each line of the work list in words; the note says how long it has waited, or until when. */
export const workWords = messages({
  ja: {
    todo: '対応が必要なこと',
    moving: '進行中',
    overdue: (kind: WorkKind, count: string) => (kind === 'UNTOLD' ? `14日超過 ${count}名` : `期限超過 ${count}件`),
    clear: '対応が必要なことはありません',
    clearText: '新しい返信や請求、確認が必要なデータがあると、ここに表示されます。',
    lines: {
      DATA_REQUESTS: {
        title: '本人からの請求への回答',
        unit: '件',
        note: on((day) => `最初の期限 ${day}`),
      },
      REPLIES: { title: '届いた返信の確認', unit: '通', note: since((age) => `最も古い返信は${age}`) },
      QUESTIONS: { title: '紹介候補の方からの質問', unit: '件', note: always('匿名のまま回答できます') },
      UNTOLD: { title: '不採用のお知らせが届いていない方', unit: '名', note: since((age) => `最長で${age}から`) },
      LETTERS_UNKNOWN: {
        title: '送信結果が不明なメール',
        unit: '通',
        note: always('自動では再送されません'),
      },
      PREFLIGHTS: { title: 'お見送りメールの事前確認の承認待ち', unit: '件', note: since((age) => `${age}に作成`) },
      INTRODUCTIONS_ACCEPTED: {
        title: '紹介を承諾された方への連絡',
        unit: '名',
        note: since((age) => `${age}に承諾`),
      },
      PROMISES: { title: '紹介を受けた方へのお約束', unit: '件', note: on((day) => `最初の期日 ${day}`) },
      STUCK: { title: '2週間以上、同じ段階にある選考', unit: '件', note: since((age) => `最長で${age}から`) },
      DUPLICATES: { title: '同じ方かどうかの確認', unit: '組', note: always('統合はいつでも取り消せます') },
      DELIVERIES: { title: '取り込めなかった受信データ', unit: '件', note: since((age) => `最も古いものは${age}`) },
      IMPORTS_WITH_ERRORS: {
        title: 'エラーのある取り込み',
        unit: '件',
        note: (line, format) =>
          line.of === null || line.of === 0 ? undefined : `${format.number(line.of)}行を取り込めませんでした`,
      },
      IMPORTS_UNFINISHED: { title: '確認だけ済んだ取り込み', unit: '件', note: always('まだ登録されていません') },
      SLOTS_EXPIRING: { title: '30日以内に失効する紹介枠', unit: '枠', note: on((day) => `最初の失効 ${day}`) },
      LETTERS_LEAVING: {
        title: '送信待ちのお見送りメール',
        unit: '通',
        note: on((day) => `次の送信 ${day}・送信前なら取り消せます`),
      },
      INTRODUCTIONS_ASKED: { title: '回答待ちの紹介', unit: '件', note: on((day) => `最初の回答期限 ${day}`) },
      MATCHES: { title: '新しく条件に合う方がいる求人', unit: '件', note: always('自社の人材プールから') },
    } satisfies Record<WorkKind, Says> as Record<WorkKind, Says>,
  },
  en: {
    todo: 'Waiting for you',
    moving: 'Under way',
    overdue: (kind: WorkKind, count: string) => (kind === 'UNTOLD' ? `${count} over 14 days` : `${count} late`),
    clear: 'Nothing waits for you',
    clearText: 'Replies, requests and data to check show here as they arrive.',
    lines: {
      DATA_REQUESTS: { title: 'Requests about personal data', unit: '', note: on((day) => `First due ${day}`) },
      REPLIES: { title: 'Replies to read', unit: '', note: since((age) => `Oldest ${age}`) },
      QUESTIONS: { title: 'Questions from people you asked for', unit: '', note: always('They stay anonymous') },
      UNTOLD: { title: 'Rejected people who were never told', unit: '', note: since((age) => `Longest since ${age}`) },
      LETTERS_UNKNOWN: { title: 'Mails of unknown outcome', unit: '', note: always('None is sent again by itself') },
      PREFLIGHTS: { title: 'Pre-flights to approve', unit: '', note: since((age) => `Made ${age}`) },
      INTRODUCTIONS_ACCEPTED: {
        title: 'Introductions accepted, not yet contacted',
        unit: '',
        note: since((age) => `Accepted ${age}`),
      },
      PROMISES: { title: 'Promises to introduced people', unit: '', note: on((day) => `First due ${day}`) },
      STUCK: { title: 'Applications two weeks in one stage', unit: '', note: since((age) => `Longest since ${age}`) },
      DUPLICATES: { title: 'Possible duplicates to decide', unit: '', note: always('A merge can always be undone') },
      DELIVERIES: { title: 'Deliveries that could not be used', unit: '', note: since((age) => `Oldest ${age}`) },
      IMPORTS_WITH_ERRORS: {
        title: 'Imports with errors',
        unit: '',
        note: (line, format) =>
          line.of === null || line.of === 0 ? undefined : `${format.number(line.of)} rows were refused`,
      },
      IMPORTS_UNFINISHED: { title: 'Files checked, not imported', unit: '', note: always('Nothing is stored yet') },
      SLOTS_EXPIRING: { title: 'Slots that expire within 30 days', unit: '', note: on((day) => `First on ${day}`) },
      LETTERS_LEAVING: {
        title: 'Letters about to leave',
        unit: '',
        note: on((day) => `Next on ${day}; can still be undone`),
      },
      INTRODUCTIONS_ASKED: { title: 'Introductions not yet answered', unit: '', note: on((day) => `First due ${day}`) },
      MATCHES: { title: 'Openings that more people fit', unit: '', note: always('From your own pool') },
    } satisfies Record<WorkKind, Says> as Record<WorkKind, Says>,
  },
})
