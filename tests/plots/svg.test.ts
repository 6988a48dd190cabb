import { readFileSync } from 'node:fs'
import { DOMParser } from 'linkedom'
import { forestPlot } from '@/lib/plots/forest'
import { lightColours, standaloneSvg } from '@/lib/plots/standalone'

const hostile = 'A <script>alert(1)</script> & "B" \u0007]]> &quot;'
const plot = (label = 'Hero') =>
  forestPlot('Alpha & its interval', [
    { label, alpha: { value: 0.9 }, interval: { low: 0.8, high: 1 }, verdict: 'meets' },
  ])

describe('a plot as SVG text', () => {
  it('is named and described for who cannot see it', () => {
    expect(plot().wide).toMatch(/^<svg [^>]*role="img"[^>]*><title>Alpha &amp; its interval<\/title><desc>Hero: \.900/)
  })

  it('is the same text each time it is drawn', () => {
    expect(plot()).toEqual(plot())
  })

  it('takes its colours from the page and its font too', () => {
    const { wide } = plot()
    expect(wide).toContain('var(--ink)')
    expect(wide).not.toMatch(/#[0-9a-f]{6}|font-family|<style/)
  })

  it('holds labels as text whatever they are made of', () => {
    const { wide, narrow } = plot(hostile)
    expect(wide + narrow).not.toContain('<script')
    expect(wide).toContain('&lt;script')
    expect(wide).not.toContain('\u0007')
  })

  it('puts no word of the study into an attribute', () => {
    const attributes = [...plot('Zorbaland').wide.matchAll(/="([^"]*)"/g)].map(([, value]) => value)
    expect(attributes.filter((value) => value?.includes('Zorba'))).toEqual([])
  })
})

describe('a plot as a file', () => {
  const file = standaloneSvg(plot(hostile).wide)

  it('is XML with white paper, light colours and a font of its own', () => {
    expect(file).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg font-family="/)
    expect(file).toContain('<rect width="100%" height="100%" fill="#ffffff"/>')
    expect(file).not.toContain('var(')
    const { documentElement } = new DOMParser().parseFromString(file, 'image/svg+xml')
    expect(documentElement?.tagName).toBe('svg')
  })

  it('has the light colours of the page, on white', () => {
    const css = readFileSync('app/globals.css', 'utf8')
    const light = css.slice(0, css.indexOf('@media'))
    for (const [name, colour] of Object.entries(lightColours)) {
      expect([name, name === 'paper' ? '#ffffff' : /(#\w+)/.exec(light.split(`--${name}: `)[1] ?? '')?.[1]]).toEqual([
        name,
        colour,
      ])
    }
  })
})
