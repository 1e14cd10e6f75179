import { dateText } from '../dates.ts'
import { choices, form, problemSummary, selectField, textField } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { moment, notice, section } from '../pieces.ts'
import type { SearchKey } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'

export interface Settings {
  /** `until` is a day as `YYYY-MM-DD`, or empty. */
  search: { level: SearchKey; until: string }
  budget: { limit: number; used: number; choices: readonly number[] }
  blocks: readonly { blockId: string; companyName: string; since: Instant }[]
  /** The employer that is on record, as long as it is not blocked: offered first. */
  employer: string
  saved: boolean
  problems: readonly Problem[]
}

function blockList(frame: SessionFrame, { blocks, employer, problems }: Settings): Html {
  const t = textIn(frame.language).settings
  return html`<p>${t.blockLead}</p>
    ${
      blocks.length === 0
        ? html`<p class="aside">${t.emptyBlocks}</p>`
        : html`<ul class="rows">
            ${blocks.map(
              (one) =>
                html`<li class="standing">
                  <div>
                    ${one.companyName}<br /><small>${moment(one.since, t.since(dateText(one.since, frame)))}</small>
                  </div>
                  ${form({ frame, action: paths.unblockCompany(one.blockId), label: t.removeLabel(one.companyName), submit: t.remove, tone: 'quiet' })}
                </li>`,
            )}
          </ul>`
    }
    ${form({ frame, action: paths.blockCompany(), submit: t.add, tone: 'even', body: textField({ frame, name: 'company', label: t.block, hint: employer === '' ? t.blockHint : t.blockEmployer(employer), maxlength: 120, required: true, value: employer, problems }) })}`
}

/** Three forms: `level` and `until`; `limit`; `company`. */
export function settingsPage(frame: SessionFrame, model: Settings): Html {
  const { settings: t, words, frame: f } = textIn(frame.language)
  const levels: readonly SearchKey[] = ['ACTIVE', 'OPEN', 'LATER', 'CLOSED']
  const { problems } = model
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${model.saved ? notice('good', html`<p role="status">${t.saved}</p>`) : null}
    ${problemSummary(frame, problems, { level: t.status, until: t.until, limit: t.budget, company: t.block })}
    ${section(
      t.statusHeading,
      html`<p>${t.statusLead}</p>
        ${form({
          frame,
          action: paths.saveStatus(),
          submit: f.save,
          tone: 'even',
          body: html`${choices({ frame, name: 'level', label: t.status, type: 'radio', options: levels.map((value) => ({ value, label: words.search[value] })), chosen: [model.search.level], problems })}${textField({ frame, name: 'until', label: t.until, hint: t.untilHint, type: 'date', value: model.search.until, problems })}`,
        })}`,
    )}
    ${section(
      t.budgetHeading,
      html`<p>${t.budgetLead}</p>
        <p class="aside">${t.budgetUsed(model.budget.used)}</p>
        ${form({
          frame,
          action: paths.saveBudget(),
          submit: f.save,
          tone: 'even',
          body: selectField({
            frame,
            name: 'limit',
            label: t.budget,
            required: true,
            value: String(model.budget.limit),
            options: model.budget.choices.map((count) => ({ value: String(count), label: t.budgetOption(count) })),
            problems,
          }),
        })}`,
    )}
    ${section(t.blockHeading, blockList(frame, model), 'blocks')}`,
  })
}
