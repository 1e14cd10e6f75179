import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { portalAssets } from './assets.ts'
import { render } from './html.ts'
import * as portal from './index.ts'
import { samplePages } from './samples.ts'
import { textIn } from './text/text.ts'

type Element = DefaultTreeAdapterTypes.Element

function elementsOf(markup: string): Element[] {
  const found: Element[] = []
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  for (const child of parse(markup).childNodes) visit(child)
  return found
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : 'tagName' in child ? textOf(child) : ''))
    .join('')
}

const languages = ['ja', 'en'] as const
const all = languages
  .flatMap((language) => {
    const { open, personal } = samplePages({ language })
    return [
      ...open.map((one) => ({ ...one, language, personal: false })),
      ...personal.map((one) => ({ ...one, language, personal: true })),
    ]
  })
  .map((one) => ({ ...one, markup: render(one.page), title: `${one.name} (${one.language})` }))

describe('every page of the portal', () => {
  it.each(all)('names its language, keeps robots away and has one heading: $title', ({ markup, language }) => {
    const elements = elementsOf(markup)
    expect(
      attribute(
        elements.find((one) => one.tagName === 'html')!,
        'lang',
      ),
    ).toBe(language)
    expect(markup).toContain('noindex')
    expect(markup).toContain('name="referrer" content="no-referrer"')
    for (const landmark of ['header', 'main', 'footer', 'h1'])
      expect(
        elements.filter((one) => one.tagName === landmark),
        landmark,
      ).toHaveLength(1)
  })

  it.each(all)('offers a human contact, the privacy notice, and the two ways out: $title', ({ markup, language }) => {
    const t = textIn(language).frame
    for (const said of [t.notMe, t.unreachable, t.privacy, 'mailto:support@tasuki.example'])
      expect(markup).toContain(said)
  })

  it.each(all)('posts nothing without a CSRF token and an idempotency id: $title', ({ markup }) => {
    for (const form of elementsOf(markup).filter((one) => one.tagName === 'form')) {
      expect(attribute(form, 'method')).toBe('post')
      const names = elementsOf(`<body>${markup.slice(markup.indexOf(`action="${attribute(form, 'action')}"`))}`)
        .filter((one) => one.tagName === 'input')
        .slice(0, 2)
        .map((one) => attribute(one, 'name'))
      expect(names).toEqual(['csrf', 'idempotencyId'])
    }
  })

  it.each(all)('labels every control and uses every id once: $title', ({ markup }) => {
    const elements = elementsOf(markup)
    const ids = elements.flatMap((one) => attribute(one, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const labelled = new Set(
      elements.filter((one) => one.tagName === 'label').flatMap((one) => attribute(one, 'for') ?? []),
    )
    const wrapped = new Set(elements.filter((one) => one.tagName === 'label').flatMap((one) => one.childNodes))
    for (const control of elements.filter(
      (one) => ['input', 'select', 'textarea'].includes(one.tagName) && attribute(one, 'type') !== 'hidden',
    )) {
      expect(labelled.has(attribute(control, 'id') ?? '') || wrapped.has(control), attribute(control, 'name')).toBe(
        true,
      )
    }
    for (const described of elements.flatMap((one) => attribute(one, 'aria-describedby')?.split(' ') ?? []))
      expect(ids).toContain(described)
    for (const target of elements.flatMap((one) =>
      attribute(one, 'href')?.startsWith('#') ? attribute(one, 'href')!.slice(1) : [],
    ))
      expect(ids).toContain(target)
  })

  it.each(all)('carries no script or style of its own: $title', ({ markup }) => {
    const elements = elementsOf(markup)
    expect(elements.filter((one) => one.tagName === 'style' || one.tagName === 'script')).toEqual([])
    expect(
      elements.flatMap((one) => one.attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))),
    ).toEqual([])
  })

  it.each(all.filter((one) => !one.personal))(
    'says nothing about anybody before the person has continued: $title',
    ({ markup, name }) => {
      const typed = name === 'lost-link-problem'
      for (const personal of ['髙橋', 'Takahashi', 'みなとシステムズ', 'Minato', ...(typed ? [] : ['haruka'])])
        expect(markup).not.toContain(personal)
    },
  )
})

describe('the landing page', () => {
  it('is the same for every link but for the address of its one button', () => {
    const { open } = samplePages({ language: 'ja' })
    const markup = render(open.find((one) => one.name === 'landing')!.page)
    expect(elementsOf(markup).filter((one) => one.tagName === 'form')).toHaveLength(1)
    expect(markup).toContain('action="/l/t"')
  })
})

describe('consents at registration', () => {
  it.each(languages)('are separate questions that all stand at no (%s)', (language) => {
    const page = samplePages({ language }).personal.find((one) => one.name === 'register')!
    const radios = elementsOf(render(page.page)).filter((one) => attribute(one, 'type') === 'radio')
    expect(new Set(radios.map((one) => attribute(one, 'name'))).size).toBe(2)
    for (const radio of radios)
      expect(attribute(radio, 'checked') !== undefined).toBe(attribute(radio, 'value') === 'no')
  })

  it('never promise an introduction where the law does not let this installation introduce', () => {
    const page = samplePages({ language: 'ja' }).personal.find((one) => one.name === 'register-in-house')!
    expect(render(page.page)).not.toContain('ほかの方の紹介を受けるための枠')
  })
})

describe('what a person or an employer typed', () => {
  it('never becomes markup', () => {
    const { personal } = samplePages({ language: 'ja' })
    const frame = {
      language: 'ja',
      path: '/home',
      timeZone: 'Asia/Tokyo',
      assets: { stylesheet: { href: '/a.css', integrity: '' }, script: null },
      service: {
        name: 's',
        operatorName: 'o',
        contactEmail: 'a@b.example',
        contactHours: null,
        privacyUrl: '/privacy',
      },
      guard: { csrf: 'c', idempotencyId: 'i' },
      writer: null,
      menu: { current: null, member: true, openIntroductions: 0 },
    } as const
    expect(personal.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '<img src=x onerror=alert(1)>',
            '"><script>alert(1)</script>',
            '</textarea><script>1</script>',
          ),
        ),
        (text) => {
          const fields = [
            {
              claimId: 'c',
              field: { label: text },
              value: text,
              source: text,
              observedAt: '2026-01-01T00:00:00Z',
              confirmed: true,
            },
          ]
          const count = (value: string) =>
            elementsOf(
              render(
                portal.knownPage(frame, {
                  erasure: null,
                  personName: value,
                  applications: [],
                  fields: fields.map((one) => ({ ...one, value })),
                  isOpen: true,
                  proposed: 0,
                  offer: null,
                }),
              ),
            ).filter((one) => one.tagName !== 'br').length
          expect(count(text)).toBe(count('x'))
          const field = { ...fields[0]!, field: 'name' } as const
          const box = elementsOf(
            render(portal.correctionPage(frame, { field, input: 'lines', value: text, note: '', problems: [] })),
          ).find((one) => one.tagName === 'textarea')!
          expect(
            elementsOf(
              render(portal.correctionPage(frame, { field, input: 'lines', value: text, note: '', problems: [] })),
            ).some((one) => one.tagName === 'script' || one.tagName === 'img'),
          ).toBe(false)
          expect(typeof textOf(box)).toBe('string')
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('registering', () => {
  it.each(languages)('asks for three things beside the choices, which all stand at no (%s)', (language) => {
    const { personal } = samplePages({ language })
    const elements = elementsOf(render(personal.find(({ name }) => name === 'register')!.page))
    const required = elements.filter((one) => attribute(one, 'required') !== undefined)
    expect(required.length).toBeLessThanOrEqual(3)
    const yes = elements.filter((one) => one.tagName === 'input' && attribute(one, 'value') === 'yes')
    const ticked = yes.filter((one) => attribute(one, 'checked') !== undefined)
    // What protects begins with a yes: to be kept from the employer of this moment.
    expect(ticked.map((one) => attribute(one, 'name'))).toEqual(['hideEmployer'])
  })
})

describe('the first control of a registration', () => {
  it.each(languages)('comes before what registering leads to, which stands where it is pressed (%s)', (language) => {
    const { markup } = all.find((one) => one.name === 'register' && one.language === language)!
    const { points, submits } = textIn(language).register
    const ledTo = markup.indexOf(points.leave)
    expect(ledTo).toBeGreaterThan(markup.indexOf('name="displayName"'))
    expect(markup.indexOf(submits.PLACEMENT, ledTo)).toBeGreaterThan(ledTo)
  })
})

describe('whatever says no', () => {
  const noes = [
    'consents',
    'renewal',
    'refresh',
    'stay',
    'registration-term',
    'introduction',
    'withdraw',
    'erase-confirm',
    'unsubscribe',
    'settings',
    'proposals',
  ]
  it.each(all.filter(({ name }) => noes.includes(name)))('is a form with a button of its own: $title', ({ markup }) => {
    const forms = markup.split('<form ').slice(1)
    const own = forms.filter((one) => !one.includes('/sign-out'))
    expect(own.length).toBeGreaterThan(0)
    for (const one of own) expect(one.slice(0, one.indexOf('</form>'))).toContain('type="submit"')
  })
})

describe('the files of the portal', () => {
  it('are small, and the script is plain JavaScript', () => {
    const { stylesheet, script } = portalAssets()
    expect(gzipSync(script.content).length).toBeLessThan(30_000)
    expect(gzipSync(stylesheet.content).length).toBeLessThan(30_000)
    expect(script.content).not.toContain('<HTMLInputElement>')
    expect(script.href).toMatch(/^\/assets\/portal\.[0-9a-f]{12}\.js$/)
  })
})

/** Every sentence of a text, those with values as they are written in the program. */
function sentences(text: unknown): string[] {
  if (typeof text === 'object' && text !== null) return Object.values(text).flatMap(sentences)
  return typeof text === 'string' || typeof text === 'function' ? [String(text)] : []
}

describe('the words', () => {
  it('address nobody as a customer, nor by a pronoun, and write Japanese with Japanese brackets and colons', () => {
    const said = sentences(textIn('ja'))
    expect(said.length).toBeGreaterThan(400)
    expect(said.filter((one) => /お客様|あなた|貴方|候補者様/.test(one))).toEqual([])
    expect(said.filter((one) => /[ぁ-んァ-ヶ一-龠」][(:]|[(][ぁ-んァ-ヶ一-龠]/.test(one))).toEqual([])
  })

  it('differ between the languages wherever there are words', () => {
    const same: string[] = []
    const compare = (path: string, a: unknown, b: unknown): void => {
      if (typeof a === 'string' && a === b) same.push(path)
      if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null)
        for (const [key, value] of Object.entries(a))
          compare(`${path}.${key}`, value, Object.entries(b).find(([other]) => other === key)?.[1])
    }
    compare('', textIn('ja'), textIn('en'))
    expect(same).toEqual([])
  })
})
