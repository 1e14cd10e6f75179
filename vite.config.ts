import { join } from 'node:path'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

export const programs = ['console', 'operator'] as const
export type Program = (typeof programs)[number]

/** One browser program: its sources in `src/<program>`, its pages in `dist/web/<program>`. */
export function programConfig(program: Program): UserConfig {
  const root = join(import.meta.dirname, 'src', program)
  return {
    root,
    base: '/',
    logLevel: 'warn',
    plugins: [
      tanstackRouter({
        target: 'react',
        autoCodeSplitting: true,
        disableLogging: true,
        addExtensions: true,
        quoteStyle: 'single',
        routesDirectory: join(root, 'routes'),
        generatedRouteTree: join(root, 'route-tree.gen.ts'),
        routeFileIgnorePattern: '\\.test\\.tsx?$|\\.module\\.css$',
      }),
      react(),
    ],
    build: {
      outDir: join(import.meta.dirname, 'dist/web', program),
      emptyOutDir: true,
      target: 'es2023',
      // An inlined file would be a data: address, which the content security policy allows for pictures only.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      reportCompressedSize: false,
    },
    server: {
      host: `${program}.localhost`,
      proxy: { '/api': { target: `http://${program}.localhost:8080`, changeOrigin: false } },
    },
  }
}

/** `npx vite --mode operator` develops the operator's program, otherwise the console. */
export default defineConfig(({ mode }) => programConfig(mode === 'operator' ? 'operator' : 'console'))
