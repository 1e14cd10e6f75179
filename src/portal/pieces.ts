import type { Html, HtmlValue } from './html.ts'
import { attributes, html } from './html.ts'

/** Label and value pairs; pairs whose value is null are left out. */
export function facts(pairs: readonly (readonly [label: string, value: HtmlValue])[]): Html {
  const present = pairs.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
  return html`<dl class="facts">
    ${present.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

export function notice(tone: 'calm' | 'good' | 'grave', content: HtmlValue): Html {
  return html`<div class="notice ${tone}">${content}</div>`
}

export function section(heading: string, content: HtmlValue, id: string | null = null): Html {
  return html`<section ${attributes({ id })}>
    <h2>${heading}</h2>
    ${content}
  </section>`
}

export function card(content: HtmlValue): Html {
  return html`<div class="card">${content}</div>`
}

export function bullets(items: readonly HtmlValue[]): Html {
  return html`<ul class="bullets">
    ${items.map((one) => html`<li>${one}</li>`)}
  </ul>`
}

export function badge(tone: 'plain' | 'good' | 'waiting' | 'over', label: string): Html {
  return html`<span class="badge ${tone}">${label}</span>`
}

export function moment(at: string, text: string): Html {
  return html`<time datetime="${at}">${text}</time>`
}
