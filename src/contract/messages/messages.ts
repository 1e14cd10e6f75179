/** The messages of some error codes in both languages. A word in braces is filled from the problem's `detail`. */
export type Messages<Code extends string = string> = { ja: Record<Code, string>; en: Record<Code, string> }

export type Locale = keyof Messages
