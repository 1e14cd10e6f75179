import { gateReasonNames } from '../../../../contract/introductions/gate-words.ts'
import { introductionStateNames } from '../../../../contract/introductions/introduction-words.ts'
import type {
  Introduction,
  IntroductionProgress,
  IntroductionState,
} from '../../../../contract/introductions/introductions.ts'
import type { Tone } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'

export const stateTones: Record<IntroductionState, Tone> = {
  ASKED: 'wait',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  LAPSED: 'neutral',
  WITHDRAWN: 'neutral',
  CANCELLED: 'neutral',
}

export const progressTones: Record<IntroductionProgress, Tone> = {
  INTERVIEWING: 'busy',
  OFFERED: 'busy',
  HIRED: 'good',
  REJECTED: 'neutral',
  WITHDRAWN: 'neutral',
}

export const words = messages({
  ja: {
    title: '紹介',
    description: 'リレー登録者への紹介の依頼と、その後の経過です。お名前は「はい」の回答があるまで分かりません。',
    person: 'お相手',
    anonymous: '匿名の登録者',
    opening: '求人',
    state: '回答',
    progress: '経過',
    askedAt: '依頼日',
    answerBy: '回答期限',
    questions: (count: number) => `未回答の質問 ${count}件`,
    states: introductionStateNames.ja,
    progresses: {
      INTERVIEWING: '面接中',
      OFFERED: '内定',
      HIRED: '採用',
      REJECTED: '不採用',
      WITHDRAWN: '辞退',
    },
    all: 'すべて',
    empty: '紹介の依頼はまだありません',
    emptyText: '「マッチング」で求人を選び、リレー登録者に紹介を依頼できます。',
    toMatching: 'マッチングへ',
    facts: '依頼時に公開されていた内容',
    message: '依頼の理由',
    course: '経過',
    asked: '紹介を依頼しました。紹介枠を1つ確保しています。',
    cancelAsked: '取り下げを申し出ました。先に回答があった場合は、回答が優先されます。',
    ended: {
      ASKED: '',
      ACCEPTED: '承諾されました。紹介枠を1つ使用し、提供・受領の記録を作成しました。',
      DECLINED: '見送りとなりました。紹介枠は戻りました。理由はお伝えしておりません。',
      LAPSED: '期限までに回答がありませんでした。紹介枠は戻りました。',
      WITHDRAWN: 'ご本人の都合により終了しました。紹介枠は戻りました。',
      CANCELLED: '依頼を取り下げました。紹介枠は戻りました。',
    },
    endedBecause: {
      SUSPENDED: '運営による参加の停止のため、依頼は終了しました。紹介枠は戻りました。',
      NETWORK_STOPPED: 'ネットワークの停止のため、依頼は終了しました。紹介枠は戻りました。',
      MODE: '運用モードが紹介を許さなくなったため、依頼は終了しました。紹介枠は戻りました。',
      GATE_REFUSED: '運営の確認で見送りとなりました。ご本人には伝わっていません。紹介枠は戻りました。',
      GATE_LAPSED: '期限までに運営の確認が終わらなかったため、依頼は終了しました。紹介枠は戻りました。',
      OPENING_CLOSED: '募集が終わったため、依頼は終了しました。紹介枠は戻りました。',
    },
    gateWaits: (day: string) =>
      `運営がこの依頼の内容を確認しています(${day}まで)。確認が終わるとご本人に届き、回答期限はそこから数えます。`,
    gateWaiting: '運営の確認中',
    gateEnded: '運営の確認で終了',
    gateRefused: '運営の確認で見送りとなった理由',
    gateReasons: gateReasonNames.ja,
    contest: '枠の使用に異議を申し立てる',
    toPerson: 'プロフィールを開く',
    talk: '質問と回答',
    noTalk: 'ご本人からの質問はまだありません。',
    them: 'ご本人',
    us: '自社',
    reply: '回答',
    replyHelp: {
      ASKED: 'ご本人にそのまま届きます。お名前はまだ分かりません。',
      ACCEPTED: 'ご本人にそのまま届きます。',
    },
    sendReply: '回答を送る',
    replied: '回答を送りました。',
    cancel: '依頼を取り下げる',
    cancelTitle: 'この依頼を取り下げますか?',
    cancelHappens: 'ご本人に、企業が取り下げたことが伝わります。',
    cancelSlot: '確保していた紹介枠は戻ります。',
    cancelRace: '先に「はい」の回答があった場合は、紹介が成立します。',
    outcome: '経過を記録',
    outcomeHelp: '選考の記録にも反映され、ご本人が許可した範囲で、大まかな状況だけが紹介元に伝わります。',
    record: '記録する',
    recorded: '経過を記録しました。',
    interviewOn: '面接日',
    interviewHelp: {
      open: '行った日、または予定の日です。面接の確約は、「面接中」とするだけでは守られたことになりません。面接日を過ぎると守られたことになります。',
      over: '面接を行っている場合は、その日を入力してください。選考の記録に残り、面接の確約が守られたことになります。',
    },
    rejectionBreaks:
      '守られた記録のないお約束があります。すでに守っている場合は、面接日を入力するか、先に下の「守ったことを記録」を押してください。このまま不採用を記録すると「守られなかった」となり、ご本人と運営に伝わります。',
    days: '3営業日以内のご連絡をお願いいたします。',
  },
  en: {
    title: 'Introductions',
    description: 'Whom you asked in the relay, and how it went on. You learn a name once the person says yes.',
    person: 'Person',
    anonymous: 'Anonymous member',
    opening: 'Opening',
    state: 'Answer',
    progress: 'Progress',
    askedAt: 'Asked',
    answerBy: 'Answer by',
    questions: (count: number) => `${count} open ${count === 1 ? 'question' : 'questions'}`,
    states: introductionStateNames.en,
    progresses: {
      INTERVIEWING: 'Interviewing',
      OFFERED: 'Offered',
      HIRED: 'Hired',
      REJECTED: 'Rejected',
      WITHDRAWN: 'Withdrawn',
    },
    all: 'All',
    empty: 'No introductions yet',
    emptyText: 'Choose an opening under “Matching” and ask a relay member.',
    toMatching: 'To matching',
    facts: 'What was shown when you asked',
    message: 'Why you asked',
    course: 'Course',
    asked: 'Asked for the introduction. One slot is reserved.',
    cancelAsked: 'Asked to take it back. If the person answered first, the answer stands.',
    ended: {
      ASKED: '',
      ACCEPTED: 'Yes. One slot was spent; both records of provision are kept.',
      DECLINED: 'No. The slot is back. You are not told why.',
      LAPSED: 'No answer in time. The slot is back.',
      WITHDRAWN: 'Ended by the person. The slot is back.',
      CANCELLED: 'Taken back. The slot is back.',
    },
    endedBecause: {
      SUSPENDED: 'The operator suspended your company, so the request ended. The slot is back.',
      NETWORK_STOPPED: 'The network was stopped, so the request ended. The slot is back.',
      MODE: 'Your operating mode no longer allows introductions, so the request ended. The slot is back.',
      GATE_REFUSED: 'The operator did not let the request through. The person has not heard of it. The slot is back.',
      GATE_LAPSED: 'The operator did not decide in time, so the request ended. The slot is back.',
      OPENING_CLOSED: 'The opening was closed, so the request ended. The slot is back.',
    },
    gateWaits: (day: string) =>
      `The operator is looking at this request (until ${day}). After that it reaches the person, whose time to answer then begins.`,
    gateWaiting: 'With the operator',
    gateEnded: 'Ended by the operator',
    gateRefused: 'Why the operator did not let it through',
    gateReasons: gateReasonNames.en,
    contest: 'Contest the slot',
    toPerson: 'Open the profile',
    talk: 'Questions and answers',
    noTalk: 'The person has asked nothing yet.',
    them: 'The person',
    us: 'You',
    reply: 'Answer',
    replyHelp: {
      ASKED: 'The person reads this as it is. You still do not learn who it is.',
      ACCEPTED: 'The person reads this as it is.',
    },
    sendReply: 'Send the answer',
    replied: 'The answer is on its way.',
    cancel: 'Take the request back',
    cancelTitle: 'Take this request back?',
    cancelHappens: 'The person is told that you took it back.',
    cancelSlot: 'The reserved slot comes back.',
    cancelRace: 'If the person said yes first, the introduction stands.',
    outcome: 'Record the progress',
    outcomeHelp:
      'It also stands in the selection. Who referred the person learns a coarse state, as far as the person allows.',
    record: 'Record',
    recorded: 'Recorded.',
    interviewOn: 'Day of the interview',
    interviewHelp: {
      open: 'The day it took place, or is to take place. “Interviewing” alone does not keep the promise of an interview; its day does, once it has passed.',
      over: 'If the interview took place, give its day: it stands in the selection and keeps the promise.',
    },
    rejectionBreaks:
      'A promise is not yet on record as kept. If you kept it, give the day of the interview, or press “Say that it was kept” below first. Recording the rejection as it is breaks the promise, and the person and the operator are told.',
    days: 'Please get in touch within three business days.',
  },
})

type Said = { states: Record<IntroductionState, string>; gateWaiting: string; gateEnded: string }

/** How a request stands: one that the operator looks at, or did not let through, has not reached the person. */
export function stateOf(
  { state, gate, endedBecause }: Pick<Introduction, 'state' | 'gate' | 'endedBecause'>,
  text: Said,
) {
  if (state === 'ASKED' && gate?.state === 'WAITING') return text.gateWaiting
  return endedBecause === 'GATE_REFUSED' || endedBecause === 'GATE_LAPSED' ? text.gateEnded : text.states[state]
}
