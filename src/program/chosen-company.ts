const remembered = 'tasuki.company'

let chosen: string | undefined

/** For which company the console works now: sent with every call once the session is known. */
export const chosenCompany = (): string | undefined => chosen

/** Settles on the remembered company where it is still one of those open to the reader, else on the first. */
export function settleCompany(open: readonly string[]): string | undefined {
  const before = chosen ?? stored()
  chosen = before !== undefined && open.includes(before) ? before : open[0]
  return chosen
}

export function chooseCompany(companyId: string): void {
  chosen = companyId
  try {
    localStorage.setItem(remembered, companyId)
  } catch {
    // Storage may be forbidden by the browser's settings; the choice then lasts as long as the page.
  }
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(remembered) ?? undefined
  } catch {
    return undefined
  }
}
