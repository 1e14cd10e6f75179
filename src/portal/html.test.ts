import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributes, html, lines, render } from './html.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

function elements(markup: string): { names: string[]; text: string; values: string[] } {
  const found = { names: [] as string[], text: '', values: [] as string[] }
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      found.names.push(node.tagName)
      found.values.push(...node.attrs.map((one) => `${one.name}=${one.value}`))
    }
    if ('value' in node) found.text += node.value
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  for (const child of parse(`<!doctype html><body>${markup}`).childNodes) visit(child)
  return found
}

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title><svg onload=alert(1)>',
    '&lt;script&gt;',
    '<!--',
    ']]>',
    '${1}',
  ),
)

describe('html', () => {
  it('never lets text become an element', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { names } = elements(render(html`<p>${text}</p>`))
        expect(names).toEqual(['html', 'head', 'body', 'p'])
      }),
    )
  })

  it('never lets a value leave its attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = elements(render(html`<p title="${text}" ${attributes({ lang: text })}>x</p>`))
        expect(page.names).toEqual(['html', 'head', 'body', 'p'])
        expect(page.values.map((value) => value.split('=')[0])).toEqual(['title', 'lang'])
      }),
    )
  })

  it('shows the text unchanged to the reader', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~ぁ-んァ-ヶ一-龠]+$/), (text) => {
        expect(elements(render(html`<p>${text}</p>`)).text).toBe(text)
      }),
    )
  })

  it('refuses addresses that could run code, however they are disguised', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '\\\\evil.example',
      'vbscript:x',
    ]) {
      expect(() => html`<a href="${url}">x</a>`, url).toThrow('scheme')
      expect(() => attributes({ action: url }), url).toThrow('scheme')
    }
    expect(render(html`<a href="${'/home?a=1&b=2'}">x</a>`)).toBe('<a href="/home?a=1&amp;b=2">x</a>')
  })

  it('refuses values where escaping cannot help', () => {
    const value = 'x'
    expect(() => html`<p class=${value}>x</p>`).toThrow('quoted')
    expect(
      () =>
        html`<script>
          ${value}
        </script>`,
    ).toThrow('script')
    expect(
      () =>
        html`<style>
          ${value}
        </style>`,
    ).toThrow('script')
    expect(() => html`<p onclick="${value}">x</p>`).toThrow('onclick')
    expect(() => html`<p style="${value}">x</p>`).toThrow('style')
    expect(() => html`<${value}>x</p>`).toThrow('quoted')
    expect(() => html`<p title="${html`<b>x</b>`}">x</p>`).toThrow('cannot stand')
    expect(() => html`<p title="${value}`).toThrow('close')
  })

  it('cannot be handed markup that came in as JSON', () => {
    const forged: unknown = JSON.parse('{"markup":"<script>alert(1)</script>"}')
    // @ts-expect-error an object is not a fragment
    expect(() => html`<p>${forged}</p>`).toThrow('cannot stand')
  })

  it('writes arrays in order and nothing for what is absent', () => {
    const written = [html`<b>1</b>`, html`<b>2</b>`]
    expect(render(html`<p>${written}${null}${undefined}${false}</p>`)).toBe('<p><b>1</b><b>2</b></p>')
  })

  it('keeps the lines of a text and escapes each', () => {
    expect(render(lines('a<b\nc'))).toBe('a&lt;b<br />c')
  })
})
