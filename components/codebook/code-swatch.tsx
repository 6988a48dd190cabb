import type { CSSProperties } from 'react'
import type { Code } from '@/lib/coding/codebook'
import { darkPaper, lightPaper, visibleOn } from '../coding-desk/codes/code-styles'

/** A wave swings the higher the thicker it is: it would be three times as high as the other lines. */
const thicknesses: Partial<Record<Code['pattern'], string>> = { dotted: '3px', wavy: '1.5px' }

/** How a code underlines words, strong enough on light and on dark paper. */
function lineOf({ colour, pattern }: Pick<Code, 'colour' | 'pattern'>): CSSProperties {
  return {
    textDecorationLine: 'underline',
    textDecorationStyle: pattern,
    textDecorationColor: `light-dark(${visibleOn(colour, lightPaper)}, ${visibleOn(colour, darkPaper)})`,
    textDecorationThickness: thicknesses[pattern] ?? '2.5px',
    textUnderlineOffset: '0.25em',
    textDecorationSkipInk: 'none',
  }
}

/** Words underlined with the colour and pattern of a code: its name, or the coded part of an example. */
export function CodeLine({ code, children }: { code: Pick<Code, 'colour' | 'pattern'>; children: React.ReactNode }) {
  return <span style={lineOf(code)}>{children}</span>
}

/** A key of the keyboard. */
export function KeyCap({ shortcut }: { shortcut: string }) {
  return (
    <kbd className="inline-block min-w-6 rounded border border-edge bg-surface px-1.5 text-center font-sans text-base leading-6">
      {shortcut}
    </kbd>
  )
}
