import { describeApi } from './app.ts'

/** The OpenAPI document of every route, printed from the contract without a database. */
export async function openApiText(): Promise<string> {
  return `${JSON.stringify(await describeApi(), null, 2)}\n`
}
