type Pressed = { key: string; isComposing?: boolean; keyCode?: number; nativeEvent?: unknown }

/**
 * Whether a key belongs to an input method that is still composing (変換中). Safari ends the composition before it
 * reports the Enter that ended it, and tells so only by the old key code 229.
 */
export function isComposing(event: Pressed): boolean {
  const native = event.nativeEvent as { isComposing?: boolean; keyCode?: number } | undefined
  return event.isComposing === true || native?.isComposing === true || event.keyCode === 229 || native?.keyCode === 229
}

/** Whether a key pressed here is meant for a text, so that single-letter shortcuts stay silent. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target.closest('[role="combobox"], [role="textbox"]') !== null
}

/** The key as shortcuts name it: a letter is meant whether or not Caps Lock is on. */
export const keyOf = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): string =>
  key.length === 1 && !shiftKey ? key.toLowerCase() : key
