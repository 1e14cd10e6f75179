/** Keeps a spreadsheet from taking a value for a formula (OWASP ASVS 1.2.10). */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`

/** Whatever is nested, as lines of path and value, with the mark by which spreadsheets know UTF-8. */
export function csvOf(held: unknown): string {
  const lines: string[] = ['"項目 / item","内容 / value"']
  const walk = (path: string, value: unknown): void => {
    if (value === null || value === undefined) return
    if (value instanceof Date) lines.push(`${quoted(path)},${quoted(value.toISOString())}`)
    else if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(`${path}.${at + 1}`, one)
    else if (typeof value === 'object')
      for (const [name, one] of Object.entries(value)) walk(path === '' ? name : `${path}.${name}`, one)
    else lines.push(`${quoted(path)},${quoted(`${value as string | number | boolean}`)}`)
  }
  walk('', held)
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
