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

/** By what a promise counts as kept, told wherever it stands; nothing where the sentence itself says it. */
export function promiseKeptWhen({ kind }: Pick<StatedPromise, 'kind'>, language: Language): string | null {
  if (kind !== 'GUARANTEED_INTERVIEW') return null
  return language === 'ja'
    ? '面接の確約は、面接の記録（日付・実施・評価）または内定により、守られたことになります。経過を「面接中」とするだけ、選考段階を進めるだけでは、守られたことになりません。'
    : 'A guaranteed interview counts as kept by an interview on record (its day, that it was held, an evaluation) or an offer. Recording “Interviewing”, or moving the application on, does not keep it.'
}

/** Whether a promise was kept, as employers and the operator read it. */
export const promiseStateNames: Record<Language, Record<PromiseState, string>> = {
  ja: { PENDING: '期日前', KEPT: '守られた', BROKEN: '守られなかった', RELEASED: '終了' },
  en: { PENDING: 'Open', KEPT: 'Kept', BROKEN: 'Broken', RELEASED: 'Ended' },
}
