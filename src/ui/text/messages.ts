export type Language = 'ja' | 'en'
export const languages: readonly Language[] = ['ja', 'en']

/** The same keys, the same parameters, any words. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends (...sent: infer Sent) => unknown
    ? (...sent: Sent) => ReturnType<T[K]> extends string ? string : ReturnType<T[K]>
    : T[K] extends string
      ? string
      : Translated<T[K]>
}

export type Messages<T> = { readonly ja: Translated<T>; readonly en: Translated<T> }

/**
 * The words of one page. Japanese is written first and gives the shape; a key that English lacks, or has too many, does
 * not compile. A value is a string, a function of parameters, or a nested object.
 */
export function messages<const T extends object>(words: { ja: T; en: Translated<T> }): Messages<T> {
  return words as Messages<T>
}
