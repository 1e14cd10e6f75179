import { crc32, deflateRawSync } from 'node:zlib'
import { pdf } from '../../kernel/pdf.ts'

/** A PDF with these paragraphs as its text. */
export const aPdf = (...paragraphs: readonly string[]): Promise<Buffer> =>
  pdf({
    title: '職務経歴書',
    language: 'ja',
    footer: '',
    madeAt: new Date(0),
    parts: paragraphs.map((text) => ({ kind: 'text', text })),
  })

type Part = { name: string; content: Buffer | string; claimedSize?: number }

/** A zip of these parts; `claimedSize` lies about what one unfolds to. */
export function aZip(parts: readonly Part[]): Buffer {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize } of parts) {
    const whole = Buffer.from(content)
    const folded = deflateRawSync(whole)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(whole), 10)
    common.writeUInt32LE(folded.length, 14)
    common.writeUInt32LE(claimedSize ?? whole.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), folded])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, Buffer.from(name)]))
    written.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...written, entries, end])
}

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A Word document with these paragraphs, and parts beside them. */
export function aWordDocument(paragraphs: readonly string[], more: readonly Part[] = []): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return aZip([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: relations },
    { name: 'word/document.xml', content: document },
    ...more,
  ])
}

type FormPart = { name: string; content: string | Buffer; fileName?: string }

/** A form with a file, as a browser sends it. */
export function aForm(parts: readonly FormPart[]): { headers: { 'content-type': string }; payload: Buffer } {
  const boundary = '----a-form-of-a-test'
  const written = parts.flatMap(({ name, content, fileName }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\ncontent-type: application/pdf`}\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
