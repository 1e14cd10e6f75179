import type { PromiseState, StatedPromise } from './promises.ts'
import { selectionWords } from '../selection/selection-words.ts'

type Language = 'ja' | 'en'
/** As it is said of a promise; what it is shown as elsewhere has more beside it. */
type Said = Pick<StatedPromise, 'kind' | 'days'> & { steps: readonly string[] }

/** The promise as the person reads it, the same in the portal, in mails and on the employer’s own pages. */
export function promiseSentence({ kind, days, steps }: Said, language: Language): string {
  const names = steps.map((step) => selectionWords[language].stage[step] ?? step)
  if (language === 'ja')
    return {
      GUARANTEED_INTERVIEW: `面接の確約：承諾から${days}営業日以内に日程を決め、面接を行います`,
      STEP_WAIVER: `選考の省略：${names.join('・')}を省き、承諾から${days}営業日以内に次の選考へご案内します`,
      ANSWER: `回答の期限：承諾から${days}営業日以内に、次のご案内または選考結果をご連絡します`,
    }[kind]
  const within = `within ${days} business ${days === 1 ? 'day' : 'days'} of your yes`
  return {
    GUARANTEED_INTERVIEW: `Interview guaranteed: arranged ${within}, and held`,
    STEP_WAIVER: `Steps skipped: no ${names.join(', ').toLowerCase()}; the next step begins ${within}`,
    ANSWER: `Answer in time: you hear of the next step or the result ${within}`,
  }[kind]
}

/** Whether a promise was kept, as employers and the operator read it. */
export const promiseStateNames: Record<Language, Record<PromiseState, string>> = {
  ja: { PENDING: '期日前', KEPT: '守られた', BROKEN: '守られなかった', RELEASED: '終了' },
  en: { PENDING: 'Open', KEPT: 'Kept', BROKEN: 'Broken', RELEASED: 'Ended' },
}
