import { dateText, dayText } from '../dates.ts'
import type { Day, Instant, SessionFrame } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { facts, notice } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** When one company lets the person apply again. */
export interface ReapplyRule {
  companyName: string
  /** Null: the company has set no waiting time. */
  from: Day | null
  /** True when the day has come. */
  open: boolean
  cooldownMonths: number | null
  last: readonly { openingTitle: string; endedAt: Instant }[]
}

export interface Reapply {
  rules: readonly ReapplyRule[]
}

export function reapplyPage(frame: SessionFrame, { rules }: Reapply): Html {
  const t = textIn(frame.language).passport.reapply
  const when = (rule: ReapplyRule): string =>
    rule.from === null ? t.any : rule.open ? t.now : t.from(dayText(rule.from, frame))
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body:
      rules.length === 0
        ? notice('calm', html`<p>${t.empty}</p>`)
        : html`<ul class="plain-list">
            ${rules.map(
              (rule) =>
                html`<li class="card">
                  <h2 class="card-title">${rule.companyName}</h2>
                  <p><strong>${when(rule)}</strong></p>
                  ${rule.cooldownMonths === null || rule.open ? null : html`<p class="aside">${t.rule(rule.cooldownMonths)}</p>`}
                  ${facts(rule.last.map((one) => [t.last, t.lastOf(one.openingTitle, dateText(one.endedAt, frame))] as const))}
                </li>`,
            )}
          </ul>`,
  })
}
