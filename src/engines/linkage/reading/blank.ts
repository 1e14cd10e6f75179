/**
 * What people and programs write where nothing is known: dashes and dots, `NULL` and `NA` of databases and statistics
 * programs, words. A cell of letters that might be somebody's name (Na, Dk) is no blank unless it is one of these.
 */
const blank =
  /^(?:[-–—.*?_#/\\\s;,]*|[x?*]{3,}|\\n|[(<[{]?(?:n\.?[/.]?a\.?|none|null|nil|nan|nat|blank|empty|missing|undefined)[)>\]}]?|#n\/a!?|#null!|#value!|#name\?|n\.?[/.]?k\.?|unknown|unk|not (?:known|stated|given|recorded|available|applicable|provided|specified)|none given|no (?:name|data|value)|refused|withheld|不明|なし|無し|未登録|未記入|未入力|未設定|非公開)$/iu

/** Nothing where a cell only says that nothing is known. */
export const filled = (text: string): string => (blank.test(text) ? '' : text)
