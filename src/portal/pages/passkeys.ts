import { timeText } from '../dates.ts'
import { form, textField } from '../form.ts'
import type { Instant, PublicFrame, SessionFrame } from '../frame.ts'
import { attributes, html, type Html } from '../html.ts'
import { publicPage } from '../page.ts'
import { paths } from '../paths.ts'
import { notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'

/** A passkey by which the visitor may sign in. */
export interface OwnPasskey {
  passkeyId: string
  name: string
  addedAt: Instant
  usedAt: Instant | null
}

export interface OwnPasskeys {
  held: readonly OwnPasskey[]
  /** What the browser is asked in order to make one, as JSON. */
  options: string
  done: 'added' | 'removed' | 'refused' | 'tooMany' | null
}

/**
 * A form that the script fills: it carries what the browser is asked and, once the person agreed, what it answered.
 * Without script, or in a browser that knows no passkeys, it stays hidden and the note beside it is shown.
 */
function passkeyForm(
  frame: PublicFrame,
  asked: { use: 'create' | 'get'; options: string; action: string; submit: string; body?: Html },
): Html {
  const t = textIn(frame.language).passkeys
  const answer = html`<input
    ${attributes({ type: 'hidden', name: 'answer', value: '', 'data-passkey': asked.use, 'data-options': asked.options })}
  />`
  return html`<div hidden class="passkey">
      ${form({ frame, action: asked.action, submit: asked.submit, body: html`${asked.body}${answer}` })}
      <p class="problem" role="alert" hidden>${t.cancelled}</p>
    </div>
    <p class="aside no-passkey">${t.unsupported}</p>`
}

/** Signing in by a passkey: for who made one before. Nobody is named, and every failure is told alike. */
export function passkeyPage(frame: PublicFrame, { options, refused }: { options: string; refused: boolean }): Html {
  const t = textIn(frame.language).passkeys.signIn
  return publicPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${refused ? html`<div class="notice grave" role="alert" id="problems" tabindex="-1"><p>${t.refused}</p></div>` : null}
      ${passkeyForm(frame, { use: 'get', options, action: paths.passkey(), submit: t.go })}
      <p>${t.otherwise}</p>
      <p class="actions"><a class="button quiet" href="${paths.lostLink()}">${t.link}</a></p>`,
  })
}

/** The passkeys of a member, each with one press to remove it, and a form to add one. */
export function passkeySection(frame: SessionFrame, { held, options, done }: OwnPasskeys): Html {
  const t = textIn(frame.language).passkeys
  const isGood = done === 'added' || done === 'removed'
  return section(
    t.heading,
    html`${done === null ? null : notice(isGood ? 'good' : 'grave', html`<p role="${isGood ? 'status' : 'alert'}">${t.done[done]}</p>`)}
      <p>${t.lead}</p>
      ${
        held.length === 0
          ? html`<p>${t.none}</p>`
          : html`<ul class="plain-list">
              ${held.map(
                ({ passkeyId, name, addedAt, usedAt }) =>
                  html`<li class="card">
                    <div class="standing">
                      <div>
                        <h3 class="card-title">${name === '' ? t.unnamed : name}</h3>
                        <p>
                          <small
                            >${t.added(timeText(addedAt, frame))} ·
                            ${usedAt ? t.used(timeText(usedAt, frame)) : t.unused}</small
                          >
                        </p>
                      </div>
                      ${form({ frame, action: paths.removePasskey(passkeyId), submit: t.remove, tone: 'even' })}
                    </div>
                  </li>`,
              )}
            </ul>`
      }
      ${passkeyForm(frame, {
        use: 'create',
        options,
        action: paths.addPasskey(),
        submit: t.add,
        body: textField({ frame, name: 'name', label: t.name, hint: t.nameHint, value: '', maxlength: 60 }),
      })}`,
    'passkeys',
  )
}
