/** What a file that is no text of rows seems to be. */
export type BinaryKind = 'EXCEL' | 'PDF' | 'ZIP' | 'IMAGE' | 'OTHER'

const starts: [BinaryKind, readonly number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  // The compound file of old Excel (.xls).
  ['EXCEL', [0xd0, 0xcf, 0x11, 0xe0]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x1f, 0x8b]],
  ['IMAGE', [0x89, 0x50, 0x4e, 0x47]],
  ['IMAGE', [0xff, 0xd8, 0xff]],
  ['IMAGE', [0x47, 0x49, 0x46, 0x38]],
]

/** What a file is that cannot be read as text, told by its first bytes; nothing for a text. */
export function binaryKind(beginning: Uint8Array): BinaryKind | undefined {
  const found = starts.find(([, bytes]) => bytes.every((byte, at) => beginning[at] === byte))?.[0]
  // A workbook is a zip whose first entry is named so.
  if (found === 'ZIP' && Buffer.from(beginning.subarray(0, 4096)).includes('[Content_Types].xml')) return 'EXCEL'
  if (found) return found
  if (isUtf16(beginning)) return undefined
  const sample = beginning.subarray(0, 8192)
  // Control characters that no table has: neither tabs, line ends, form feeds nor the escape of ISO-2022-JP.
  const strange = sample.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b, 0x1a].includes(byte)).length
  return strange > sample.length / 50 ? 'OTHER' : undefined
}

function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const sample = bytes.subarray(0, 2048)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]! += 1
  // Without a mark: line ends and delimiters have their zero always on one side.
  const [even, odd] = [zeros[0]!, zeros[1]!]
  return Math.max(even, odd) > sample.length / 50 && Math.min(even, odd) === 0
}
