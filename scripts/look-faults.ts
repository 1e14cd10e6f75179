/** What a machine can see of a page's looks, as text; runs inside the page. */
export const faultsOf = `(() => {
  const faults = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push('WIDER THAN THE SCREEN')
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
  const named = (element) => element.tagName.toLowerCase() + '.' + String(element.className).split(' ')[0] + ' ' + element.textContent.trim().slice(0, 40)
  for (const element of document.body.querySelectorAll('*')) {
    if (!isSeen(element) || element.scrollWidth <= element.clientWidth + 1) continue
    const { overflowX } = getComputedStyle(element)
    if (overflowX === 'auto' || overflowX === 'scroll') faults.push('scrolls sideways: ' + named(element))
    else if (overflowX === 'hidden' && element.matches('th, td, td *') && element.textContent.trim() !== '') faults.push('cut: ' + named(element))
  }
  const text = document.body.innerText
  const raw = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-|\\b\\d{4}-\\d{2}-\\d{2}T|\\b[A-Z]{3,}_[A-Z_]+\\b|\\bundefined\\b|\\bNaN\\b|\\[object /g)
  if (raw) faults.push('raw: ' + [...new Set(raw)].join(' '))
  let level = 0
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5')) {
    if (!isSeen(heading)) continue
    const at = Number(heading.tagName[1])
    if (at > level + 1) faults.push('heading h' + at + ' after h' + level + ': ' + heading.textContent.slice(0, 40))
    level = at
  }
  if (document.querySelectorAll('h1').length !== 1) faults.push(document.querySelectorAll('h1').length + ' h1')
  faults.push('title: ' + document.title)
  return faults
})()`
