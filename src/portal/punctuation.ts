import type { PublicFrame } from './frame.ts'

type Where = Pick<PublicFrame, 'language'>

/** A、B / A, B */
export function listText(items: readonly string[], { language }: Where): string {
  return items.join(language === 'ja' ? '、' : ', ')
}

/** 職種：営業 / Occupation: Sales */
export function labelled(label: string, value: string, { language }: Where): string {
  return `${label}${language === 'ja' ? '：' : ': '}${value}`
}
