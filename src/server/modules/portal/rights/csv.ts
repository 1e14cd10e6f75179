import { byteOrderMark, line } from '../../../kernel/csv.ts'

/** Whatever is nested, as lines of path and value; the content of files is left to the other format, for no table shows it. */
export function csvOf(held: unknown): string {
  const lines: string[] = [line(['項目 / item', '内容 / value'])]
  const walk = (path: string, value: unknown): void => {
    if (value === null || value === undefined) return
    if (value instanceof Date) lines.push(line([path, value.toISOString()]))
    else if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(`${path}.${at + 1}`, one)
    else if (typeof value === 'object')
      for (const [name, one] of Object.entries(value)) {
        if (name !== 'contentBase64') walk(path === '' ? name : `${path}.${name}`, one)
      }
    else lines.push(line([path, typeof value === 'number' ? value : `${value as string | boolean}`]))
  }
  walk('', held)
  return `${byteOrderMark}${lines.join('')}`
}
