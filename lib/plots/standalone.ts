/** The light colours of the page, for a plot that leaves it. A test holds them to app/globals.css. */
export const lightColours: Readonly<Record<string, string>> = {
  ink: '#1d2126',
  muted: '#565c66',
  line: '#e0dcd3',
  edge: '#87857d',
  paper: '#ffffff',
  accent: '#1f5f8b',
  good: '#1d6b43',
  warning: '#7a5200',
  danger: '#a8281e',
}

const font = "'Source Sans 3', 'Source Sans 3 Variable', 'Helvetica Neue', Arial, sans-serif"

/**
 * A plot of the page as a file of its own: white paper, the light colours, a font that most machines have.
 * @param svg an SVG element as XML, its colours custom properties of the page
 */
export function standaloneSvg(svg: string): string {
  const coloured = svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => lightColours[name] ?? 'currentColor')
  const opening = /^<svg[^>]*>/
  const rooted = coloured.replace(
    opening,
    (root) => `${root.replace('<svg', `<svg font-family="${font}"`)}${whitePaper}`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rooted}\n`
}

const whitePaper = '<rect width="100%" height="100%" fill="#ffffff"/>'
