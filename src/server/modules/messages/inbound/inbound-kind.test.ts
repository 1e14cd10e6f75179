import type { Email } from 'postal-mime'
import { expect, test } from 'vitest'
import { readMail } from './inbound.ts'
import { kindOfInbound } from './inbound-kind.ts'

const written = (text: string): Email => ({ headers: [], attachments: [], text }) as unknown as Email

test('a mail with the null return path is a bounce by the line that holds the code of a lasting failure', () => {
  const text = 'Your mail could not be delivered.\n<naoko@person.example>: 550 5.1.1 unknown here\nSorry.\n'
  expect(kindOfInbound(written(text), { returnPath: '' })).toEqual({
    kind: 'BOUNCE',
    action: 'failed',
    answer: '<naoko@person.example>: 550 5.1.1 unknown here',
  })
  expect(kindOfInbound(written('Away until 15 May.'), { returnPath: '' })).toMatchObject({ kind: 'AUTO' })
})

test('a mail of one endless line is read as quickly as any other', () => {
  for (const text of ['a '.repeat(2_000_000), '5'.repeat(4_000_000), `${'x\n'.repeat(2_000_000)}`])
    expect(kindOfInbound(written(text), { returnPath: '' })).toMatchObject({ kind: 'AUTO' })
}, 20_000)

test('a mail of millions of lines is not taken apart, and one that holds a large file is', async () => {
  const head = 'From: a@person.example\r\nSubject: x\r\n'
  for (const body of ['Content-Type: text/html\r\n\r\n', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n'])
    expect(await readMail(Buffer.from(`${head}${body}${'--b\n\n'.repeat(800_000)}`))).toBeUndefined()
  const file = `Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(50_000)}`
  expect((await readMail(Buffer.from(`${head}${file}`)))?.attachments).toHaveLength(1)
}, 20_000)

test('a mail within a mail is an attachment: its lines are not read again, and what it says is not said by the sender', async () => {
  const within = 'From: b@person.example\r\nSubject: y\r\n\r\n550 5.1.1 user unknown\r\n'
  const around = 'From: mailer-daemon@person.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
  const parts = ['Content-Type: text/plain\r\n\r\nAway until 15 May.', `Content-Type: message/rfc822\r\n\r\n${within}`]
  const email = await readMail(Buffer.from(`${around}${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`))
  expect(email?.text?.trim()).toBe('Away until 15 May.')
  expect(email?.attachments).toHaveLength(1)
  expect(kindOfInbound(email!, { returnPath: '' })).toMatchObject({ kind: 'AUTO' })
})
