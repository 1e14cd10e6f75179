/** Whatever is nested, as paths and values; the content of files is left to the other format, for no table shows it. */
export function flatLines(held: unknown): [path: string, value: string | number][] {
  const lines: [string, string | number][] = []
  const walk = (path: string, value: unknown): void => {
    if (value === null || value === undefined) return
    if (value instanceof Date) lines.push([path, value.toISOString()])
    else if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(`${path}.${at + 1}`, one)
    else if (typeof value === 'object')
      for (const [name, one] of Object.entries(value)) {
        if (name !== 'contentBase64') walk(path === '' ? name : `${path}.${name}`, one)
      }
    else lines.push([path, typeof value === 'number' ? value : `${value as string | boolean}`])
  }
  walk('', held)
  return lines
}
