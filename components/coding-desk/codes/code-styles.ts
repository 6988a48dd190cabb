import type { Code } from '@/lib/coding/codebook'

type Rgb = readonly [number, number, number]

function parseHex(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). @param one as #rrggbb @param other as #rrggbb */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parseHex(one)), luminance(parseHex(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/**
 * The colour itself, or as little darker or lighter as it takes to stand out from the paper (3:1, WCAG 1.4.11).
 * @param hex as #rrggbb
 * @param paper the background, as #rrggbb
 */
export function visibleOn(hex: string, paper: string): string {
  const towards = luminance(parseHex(paper)) > 0.4 ? 0 : 255
  for (let step = 0; step <= 20; step += 1) {
    const shade = toHex(parseHex(hex).map((part) => part + ((towards - part) * step) / 20) as unknown as Rgb)
    if (contrast(shade, paper) >= 3) return shade
  }
  return hex
}

/** Of what names of codes and texts stand on, light or dark, that from which it is hardest to stand out. */
export const lightPaper = '#faf9f6'
export const darkPaper = '#1e2126'

function variables(colour: string, paper: string): string {
  const visible = visibleOn(colour, paper)
  const [red, green, blue] = parseHex(visible)
  return `--code:${visible};--code-rgb:${red} ${green} ${blue}`
}

/**
 * The style sheet that gives every code its colour, in light and dark, as variables of the class `code-KEY`. The
 * patterns are in coding-desk.css.
 */
export function codeStyles(codes: readonly Pick<Code, 'key' | 'colour'>[]): string {
  const rules = (paper: string) => codes.map(({ key, colour }) => `.code-${key}{${variables(colour, paper)}}`).join('')
  return `${rules(lightPaper)}@media(prefers-color-scheme:dark){${rules(darkPaper)}}`
}
