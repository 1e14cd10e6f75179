import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/errors.ts'
import { blocksOf } from './blocks.ts'
import type { MailTemplate, PlaceholderValues } from './index.ts'
import {
  checkTemplate,
  mailKinds,
  mailTemplate,
  oneLine,
  placeholders,
  rejectionTemplate,
  renderMail,
} from './index.ts'
import { parseTemplate } from './placeholders.ts'
import { sampleMails, sampleValues } from './samples.ts'
import { columns, wrap } from './wrap.ts'

const languages = ['ja', 'en'] as const
const sender = {
  name: '株式会社みなと',
  postalAddress: '横浜市',
  contactName: '森田',
  contactEmail: 'a@minato.example',
  privacyUrl: 'https://minato.example/p',
  operatorName: null,
}
const occasion = { kind: 'RESULT' } as const

function refusalOf(act: () => unknown): Refusal | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  return undefined
}

function tagsOf(markup: string): string[] {
  const found: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('tagName' in node) found.push(node.tagName)
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  for (const child of parse(markup).childNodes) visit(child)
  return found
}

function template(body: string, subject = '件名'): MailTemplate {
  return { subject, body, button: '開く', allowed: ['person.name', 'company.name', 'link', 'consents.list'] }
}

function rendered(made: MailTemplate, values: PlaceholderValues) {
  return renderMail({ language: 'ja', template: made, values, sender, occasion })
}

describe('placeholders', () => {
  it('that are not allowed are refused with their name and place', () => {
    const refused = refusalOf(() => checkTemplate(template('一行目\n{{person.name}}様、{{person.birthDate}}')))
    expect(refused?.code).toBe('messages.unknown-placeholder')
    expect(refused?.detail).toMatchObject({ name: 'person.birthDate', line: 2, column: 18 })
  })

  it('cannot be logic, and braces must pair', () => {
    for (const source of [
      '{{#if x}}',
      '{{{person.name}}}',
      '{{person.name',
      'person.name}}',
      '{{constructor}}',
      '{{__proto__}}',
      '{{}}',
    ]) {
      expect(refusalOf(() => checkTemplate(template(source)))?.status, source).toBe(422)
    }
  })

  it('in a letter without an offer have no place for a link', () => {
    const letter = rejectionTemplate({ stage: 'DOCUMENT', offer: 'NONE', language: 'ja' })
    expect(refusalOf(() => checkTemplate({ ...letter, body: `${letter.body}\n\n{{link}}` }))?.code).toBe(
      'messages.unknown-placeholder',
    )
  })

  it('inside a value stay words', async () => {
    const mail = await rendered(template('{{person.name}}様'), {
      'person.name': '{{company.name}}',
      'company.name': '秘密',
    })
    expect(mail.text).toContain('{{company.name}}様')
  })

  it('accept only https links, and http only for development', async () => {
    for (const link of [
      'javascript:alert(1)',
      'http://evil.example/',
      'data:text/html,x',
      '/relative',
      'https://a.example/"><b>',
      'https://a.example/\r\nx',
    ]) {
      await expect(rendered(template('{{link}}'), { link }), link).rejects.toMatchObject({
        code: 'messages.unsafe-link',
      })
    }
    await expect(rendered(template('{{link}}'), { link: 'http://portal.localhost:8080/l/x' })).resolves.toBeDefined()
  })

  it('are all used by some sample, so that an editor can show each', () => {
    for (const language of languages)
      expect(Object.keys(sampleValues(language)).toSorted()).toEqual(Object.keys(placeholders).toSorted())
  })
})

describe('the subject', () => {
  it('stays one header line whatever a value holds', async () => {
    const mail = await rendered(template('x', '{{person.name}}'), {
      'person.name': 'A\r\nBcc: all@evil.example\u2028B',
    })
    expect(mail.subject).toBe('A Bcc: all@evil.example B')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        // oxlint-disable-next-line no-control-regex -- that none is left is what is tested
        expect(oneLine(value)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
        expect(Array.from(oneLine(value)).length).toBeLessThanOrEqual(200)
      }),
    )
  })
})

describe('values', () => {
  it('never become markup', async () => {
    const plain = tagsOf(
      (await rendered(template('{{person.name}}\n\n{{consents.list}}'), { 'person.name': 'x', 'consents.list': 'y' }))
        .html,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '<img src=x onerror=alert(1)>',
            '</mj-text><mj-raw><script>1</script></mj-raw>',
            '<mj-include path="/etc/passwd" />',
            ']]>',
            '<!-- ',
            '&lt;b&gt;',
          ),
        ),
        async (value) => {
          const mail = await rendered(template('{{person.name}}\n\n{{consents.list}}'), {
            'person.name': value,
            'consents.list': value,
          })
          const isLine = (tag: string) => tag === 'br' || tag === 'li'
          expect(tagsOf(mail.html).filter((tag) => !isLine(tag))).toEqual(plain.filter((tag) => !isLine(tag)))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never become blocks of their own', () => {
    const blocks = blocksOf({
      body: '{{consents.list}} です',
      allowed: ['consents.list'],
      values: { 'consents.list': 'a\n\n■ 見出し\n\n・項目' },
    })
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph'])
  })
})

describe('a list', () => {
  const made = { body: '前の行\n・一つ目は{{person.name}}\n・二つ目\n後の行\n\n理由\n{{request.grounds}}' }
  const values = { 'person.name': '・花子', 'request.grounds': '・甲\n・乙<b>' }

  it('stands between other lines, and holds each item of a value that has several', () => {
    expect(blocksOf({ ...made, allowed: ['person.name', 'request.grounds'], values })).toEqual([
      { kind: 'paragraph', text: '前の行' },
      { kind: 'list', items: ['一つ目は・花子', '二つ目'] },
      { kind: 'paragraph', text: '後の行' },
      { kind: 'paragraph', text: '理由' },
      { kind: 'list', items: ['甲', '乙<b>'] },
    ])
  })

  it('is one in both parts of the mail, and no line of a mail begins with a point outside of one', async () => {
    const mail = await rendered(
      { ...made, subject: 's', button: null, allowed: ['person.name', 'request.grounds'] },
      values,
    )
    expect(mail.html).toContain('<li>乙&lt;b&gt;</li>')
    expect(mail.text).toContain('・甲\n・乙<b>')
    for (const language of languages)
      for (const sample of await sampleMails(language))
        expect(sample.mail.html, sample.name).not.toMatch(/(?:<div[^>]*>|<br \/>)\s*(?:・|- )/)
  })
})

describe('wrapping', () => {
  const japanese = fc.stringMatching(/^[ぁ-ん一-龠、。「」（）a-z ]{0,200}$/)

  it('changes nothing but line breaks and the spaces at them', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        expect(wrap(text, 40).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })

  it('keeps the width where a break is allowed and never begins a line with a closing mark', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^([あいうえおかきくけこ]{1,8}[、。」）っゃ]?){1,30}$/), (text) => {
        for (const line of wrap(text, 40).split('\n')) {
          expect(columns(line)).toBeLessThanOrEqual(40)
          expect(line).not.toMatch(/^[、。」）っゃゅょぁぃぅぇぉ]/)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('keeps every word whole, with the marks inside it', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,9}([’‑-][a-z]{1,6})?[.,”…—]?$/u), { maxLength: 60 })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        expect(wrap(text, 40).split(/\s+/)).toEqual(text.split(/\s+/))
      }),
    )
  })

  it('keeps addresses whole', () => {
    const url = `https://portal.example/l/${'a'.repeat(120)}`
    expect(wrap(`こちら ${url} です`, 40).split('\n')).toContain(url)
  })
})

describe.each(languages)('the letters and mails (%s)', (language) => {
  it('all render, with the same address in both parts, a foot with sender and address, and nothing left to fill', async () => {
    for (const { name, mail } of await sampleMails(language)) {
      expect(mail.subject, name).not.toBe('')
      for (const part of [mail.text, mail.html, mail.subject]) expect(part, name).not.toMatch(/\{\{|\}\}|undefined/)
      expect(mail.text, name).toContain(language === 'ja' ? '神奈川県横浜市西区港町4-5-6' : '4-5-6 Minatocho')
      expect(mail.html.includes('portal.tasuki.example/l/'), name).toBe(mail.text.includes('portal.tasuki.example/l/'))
    }
  })

  it('load nothing from anywhere', async () => {
    for (const { name, mail } of await sampleMails(language))
      expect(mail.html, name).not.toMatch(/<img|<link|@import|<script|fonts\.googleapis/)
  })

  it('are at most 70 columns wide but for addresses', async () => {
    for (const { name, mail } of await sampleMails(language)) {
      for (const line of mail.text.split('\n'))
        if (!/https?:/.test(line)) expect(columns(line), `${name}: ${line}`).toBeLessThanOrEqual(72)
    }
  })

  it('carry the way to stop them when they invite, and only then', async () => {
    for (const { name, mail } of await sampleMails(language)) {
      expect(mail.text.includes('/unsubscribe/'), name).toBe(
        /^(?:introduction|refresh|pool-renewal|basis-question|stay-question)/.test(name),
      )
    }
  })

  it('that ask about what is held never say that the person had agreed to them', async () => {
    const agreed = language === 'ja' ? '受け取りに同意された' : 'you agreed to hear from'
    const said = (await sampleMails(language)).filter(({ mail }) =>
      mail.text.replaceAll(/\s/g, '').includes(agreed.replaceAll(' ', '')),
    )
    expect(said.map(({ name }) => name.split('-')[0])).toEqual(['introduction', 'introduction', 'pool'])
  })

  it('use every link they may', () => {
    for (const kind of mailKinds) {
      const made = mailTemplate(kind, language)
      expect(() => checkTemplate(made)).not.toThrow()
      for (const name of made.allowed)
        expect(parseTemplate(made.subject + made.body, made.allowed), `${kind} ${name}`).toContainEqual({
          placeholder: name,
        })
    }
  })
})
