import type { Fact } from './candidate.ts'

export type ConditionId =
  | 'BLOCK_LIST'
  | 'EMPLOYER'
  | 'WORK_PERMIT'
  | 'PLACE'
  | 'OCCUPATION'
  | 'EMPLOYMENT_TYPE'
  | 'SALARY'
  | 'LANGUAGE'
  | 'START'
  | 'AGE'

/** A sentence without its words: `describeReason` says it in Japanese or English. */
export interface Reason {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export type Verdict =
  | { readonly kind: 'NOT_ASKED' }
  | { readonly kind: 'PASSED' }
  | { readonly kind: 'FAILED'; readonly reason: Reason }
  | { readonly kind: 'TO_VERIFY'; readonly reason: Reason; readonly missing?: Fact }

export const notAsked: Verdict = { kind: 'NOT_ASKED' }
export const passed: Verdict = { kind: 'PASSED' }

export function failed(code: string, values: Reason['values'] = {}): Verdict {
  return { kind: 'FAILED', reason: { code, values } }
}

/** The person did not say: ask. */
export function unknown(missing: Fact): Verdict {
  return { kind: 'TO_VERIFY', missing, reason: { code: 'ASK', values: { fact: missing } } }
}

/** The person said something that needs a look, or left a part of a fact open. */
export function toVerify(code: string, values: Reason['values'] = {}, missing?: Fact): Verdict {
  return { kind: 'TO_VERIFY', reason: { code, values }, ...(missing === undefined ? {} : { missing }) }
}
