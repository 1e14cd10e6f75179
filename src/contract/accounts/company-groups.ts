import { z } from 'zod'

/** 日本標準産業分類(令和5年6月改定)の大分類, by their letters. */
export const industries = 'ABCDEFGHIJKLMNOPQRST'.split('') as readonly string[]
export const Industry = z
  .string()
  .regex(/^[A-T]$/)
  .meta({ description: 'Division of the Japan Standard Industrial Classification (2023), A to T' })

export const companySizes = ['UNDER_50', 'UNDER_300', 'UNDER_1000', 'FROM_1000'] as const
export const CompanySize = z.enum(companySizes).meta({ description: 'Regular employees, in bands' })
export type CompanySize = (typeof companySizes)[number]
