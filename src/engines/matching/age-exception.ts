import type { AgeException, AgeGround } from './opening.ts'

interface GroundRule {
  readonly minimum: boolean
  readonly maximum: boolean
  readonly ja: string
  readonly en: string
}

/** Which bounds each ground allows. The text is for the admin who records one; whether it applies is for them to judge. */
export const AGE_GROUNDS: Readonly<Record<AgeGround, GroundRule>> = {
  ITEM_1: { minimum: false, maximum: true, ja: '第1号 定年年齢を上限とする', en: 'Up to the mandatory retirement age' },
  ITEM_2: { minimum: true, maximum: true, ja: '第2号 法令による年齢制限', en: 'Age limits set by law' },
  ITEM_3_I: {
    minimum: false,
    maximum: true,
    ja: '第3号イ 長期勤続によるキャリア形成',
    en: 'Long-term career of the young',
  },
  ITEM_3_RO: {
    minimum: true,
    maximum: true,
    ja: '第3号ロ 技能・知識の継承',
    en: 'Handing on skills to an age band short of people',
  },
  ITEM_3_HA: { minimum: true, maximum: true, ja: '第3号ハ 芸術・芸能の表現', en: 'Art and performance' },
  ITEM_3_NI: {
    minimum: true,
    maximum: true,
    ja: '第3号ニ 60歳以上・国の施策',
    en: 'Sixty and over, or a state programme',
  },
}

export type AgeExceptionRefusal = 'NO_BOUND' | 'BOUND_NOT_ALLOWED' | 'BOUNDS_REVERSED' | 'BAND_OUTSIDE_RULE'

/** Why an exception as recorded cannot be used, or undefined. Source: 労働施策総合推進法施行規則 第1条の3 第1項. */
export function ageExceptionRefusal(exception: AgeException): AgeExceptionRefusal | undefined {
  const { ground, minimumAge, maximumAge } = exception
  if (minimumAge === undefined && maximumAge === undefined) return 'NO_BOUND'
  if (minimumAge !== undefined && !AGE_GROUNDS[ground].minimum) return 'BOUND_NOT_ALLOWED'
  if (maximumAge !== undefined && !AGE_GROUNDS[ground].maximum) return 'BOUND_NOT_ALLOWED'
  if (minimumAge !== undefined && maximumAge !== undefined && minimumAge > maximumAge) return 'BOUNDS_REVERSED'
  return ground === 'ITEM_3_RO' && !isSkillBand(minimumAge, maximumAge) ? 'BAND_OUTSIDE_RULE' : undefined
}

/** 第3号ロ allows bands of 5 to 10 years within 30 to 49 (厚生労働省告示). */
function isSkillBand(minimumAge = 0, maximumAge = Number.POSITIVE_INFINITY): boolean {
  const years = maximumAge - minimumAge + 1
  return minimumAge >= 30 && maximumAge <= 49 && years >= 5 && years <= 10
}
