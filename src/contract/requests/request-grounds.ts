export const requestKinds = ['DISCLOSURE', 'CORRECTION', 'STOP', 'ERASURE', 'PROVISION_RECORDS'] as const

/**
 * On what ground a request may be refused, in whole or in part (個人情報保護法 33条2項 and 3項, 34条2項, 35条2項・4項・6項, 37条;
 * the person is to be told the reason as far as possible, 36条).
 */
export const refusalGrounds = [
  'HARM_TO_OTHERS',
  'HINDRANCE',
  'OTHER_LAW',
  'NOT_HELD',
  'IDENTITY_NOT_CONFIRMED',
  'CORRECT_AS_IT_IS',
  'NOT_A_FACT',
  'BEYOND_PURPOSE',
  'NO_VIOLATION',
  'SUBSTITUTE_MEASURE',
  'LEGAL_RETENTION',
] as const

export type RefusalGround = (typeof refusalGrounds)[number]

const ofDisclosure: readonly RefusalGround[] = [
  'HARM_TO_OTHERS',
  'HINDRANCE',
  'OTHER_LAW',
  'NOT_HELD',
  'IDENTITY_NOT_CONFIRMED',
]

const ofStop: readonly RefusalGround[] = [
  'NO_VIOLATION',
  'SUBSTITUTE_MEASURE',
  'LEGAL_RETENTION',
  'NOT_HELD',
  'IDENTITY_NOT_CONFIRMED',
]

/** The grounds that the law knows for each kind of request. */
export const groundsOf: Record<(typeof requestKinds)[number], readonly RefusalGround[]> = {
  DISCLOSURE: ofDisclosure,
  PROVISION_RECORDS: ofDisclosure,
  CORRECTION: ['CORRECT_AS_IT_IS', 'NOT_A_FACT', 'BEYOND_PURPOSE', 'OTHER_LAW', 'NOT_HELD', 'IDENTITY_NOT_CONFIRMED'],
  STOP: ofStop,
  ERASURE: ofStop,
}
