import { promiseStateNames } from '../contract/introductions/promise-words.ts'
import type { PromiseKind, PromiseSettler, PromiseState } from '../contract/introductions/promises.ts'
import type { Tone } from '../ui/StatusBadge.tsx'
import { messages } from '../ui/text/messages.ts'

export const promiseTones: Record<PromiseState, Tone> = {
  PENDING: 'wait',
  KEPT: 'good',
  BROKEN: 'bad',
  RELEASED: 'neutral',
}

export const promiseWords = messages({
  ja: {
    title: 'ご本人へのお約束',
    note: '承諾の前にご本人に表示されます。承諾の後は、守られたかどうかが記録され、ご本人と運営に伝わります。',
    kinds: {
      GUARANTEED_INTERVIEW: '面接を確約する',
      STEP_WAIVER: '選考の一部を省略する',
      ANSWER: '回答の期限を約束する',
    } satisfies Record<PromiseKind, string>,
    days: '承諾からの営業日数',
    steps: '省略する選考',
    stated: 'ご本人にはこのように表示されます',
    states: promiseStateNames.ja,
    notYet: '承諾後に有効',
    never: '承諾に至らず、効力なし',
    due: (day: string) => `期日 ${day}`,
    settled: {
      RECORD: '選考の記録による',
      CLOCK: '期日までに記録がありません',
      STAFF: '自社の申告による',
      PERSON: 'ご本人の申し出による',
      OPERATOR: '運営の判断による',
    } satisfies Record<PromiseSettler, string>,
    objected: (day: string) => `${day}に、ご本人から「守られていない」との申し出がありました。運営が判断します。`,
    confirm: '守ったことを記録',
    confirmHelp: '選考の記録に残らない形で守ったときに記録します。ご本人に伝わり、異なる場合は申し出があります。',
    keptOn: '守った日',
    confirmed: '記録しました。ご本人に伝わります。',
    save: '記録する',
  },
  en: {
    title: 'Promises to the person',
    note: 'They read these before they answer. After a yes it is recorded whether each is kept, and they and the operator are told.',
    kinds: {
      GUARANTEED_INTERVIEW: 'Guarantee an interview',
      STEP_WAIVER: 'Skip steps of the selection',
      ANSWER: 'Promise an answer in time',
    },
    days: 'Business days after the yes',
    steps: 'Steps skipped',
    stated: 'The person reads',
    states: promiseStateNames.en,
    notYet: 'In force after a yes',
    never: 'Never in force: no yes was given',
    due: (day: string) => `Due ${day}`,
    settled: {
      RECORD: 'By the record of the selection',
      CLOCK: 'Nothing was on record in time',
      STAFF: 'As your company says',
      PERSON: 'As the person asked',
      OPERATOR: 'As the operator found',
    },
    objected: (day: string) => `On ${day} the person said that it was not kept. The operator decides.`,
    confirm: 'Say that it was kept',
    confirmHelp: 'For what was kept without the selection’s record showing it. The person is told and may object.',
    keptOn: 'Day on which it was kept',
    confirmed: 'Recorded. The person is told.',
    save: 'Record',
  },
})
