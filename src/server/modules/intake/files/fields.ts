import { applicationColumns } from './application-columns.ts'
import { personColumns } from './person-columns.ts'

/** The fields an import knows. */
export const fields = { ...personColumns, ...applicationColumns } as const

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as Field[]
