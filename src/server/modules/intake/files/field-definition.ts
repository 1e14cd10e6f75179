/** A thing an export can say about a person or an application. `MANY` may stand in several columns of one file. */
export type FieldKind = 'ONE' | 'MANY'
export type FieldDefinition = { kind: FieldKind; ja: string; en: string; synonyms: string }
