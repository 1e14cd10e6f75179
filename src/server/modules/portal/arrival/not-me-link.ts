/**
 * A personal link that leads to "this is not me" once it was opened. What it is about stands in the address and says
 * nothing of anybody: whoever takes it off arrives where every such link leads.
 */
export const aboutNotMe = (link: string): string => `${link}?about=not-me`

export const isAboutNotMe = (query: URLSearchParams): boolean => query.get('about') === 'not-me'
