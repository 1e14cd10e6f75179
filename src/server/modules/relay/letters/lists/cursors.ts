type Place = { at: Date; id: string }

/** Where a page of a list by time ended, as the next page is asked for. */
export const cursorText = ({ at, id }: Place): string => `${at.toISOString()}/${id}`

/** The same read back; a text that is none begins at the beginning. */
export function readCursor(text: string | undefined): Place | undefined {
  const [time = '', id = ''] = text?.split('/') ?? []
  const at = new Date(time)
  return Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? undefined : { at, id }
}
