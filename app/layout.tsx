import '@fontsource-variable/source-sans-3'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/noto-naskh-arabic'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { shell } from '@/components/words/shell'

export const metadata: Metadata = {
  title: { default: shell.product, template: `%s · ${shell.product}` },
  description: shell.description,
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#16181c' },
  ],
}

/** The frame of every page. */
export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // Rendered per request: a page built ahead would carry no nonce, and its scripts would be refused.
  await connection()
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
