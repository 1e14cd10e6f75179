import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Asset } from './frame.ts'

export interface AssetFile extends Asset {
  content: string
  contentType: string
}

function asset({ name, content, contentType }: { name: string; content: string; contentType: string }): AssetFile {
  const [stem, extension] = name.split('.')
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`
  return { href: `/assets/${stem}.${hash}.${extension}`, integrity, content, contentType }
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** The portal's two files. Their names carry their hash, so they may be cached for ever. */
export function portalAssets(): { stylesheet: AssetFile; script: AssetFile } {
  return {
    stylesheet: asset({ name: 'portal.css', content: read('./portal.css'), contentType: 'text/css; charset=utf-8' }),
    script: asset({
      name: 'portal.js',
      content: read('./script/portal.js'),
      contentType: 'text/javascript; charset=utf-8',
    }),
  }
}
