import { codeStyles, contrast, visibleOn } from '@/components/coding-desk/codes/code-styles'

/** The Okabe-Ito palette and three greys. */
const colours = '#000000 #E69F00 #56B4E9 #009E73 #F0E442 #0072B2 #D55E00 #CC79A7 #6B6B6B #BBBBBB #FFFFFF'.split(' ')

describe('colours of codes', () => {
  test.each(colours)('%s stands out from light and dark paper', (colour) => {
    const [light = '', dark = ''] = Array.from(
      codeStyles([{ key: 'hero', colour }]).matchAll(/--code:(#[0-9a-f]{6});/gi),
      ([, shade]) => shade,
    )
    for (const paper of ['#faf9f6', '#ffffff']) expect(contrast(light, paper)).toBeGreaterThanOrEqual(3)
    for (const paper of ['#16181c', '#1d2025']) expect(contrast(dark, paper)).toBeGreaterThanOrEqual(3)
  })

  test('a colour that stands out already stays as the codebook has it', () => {
    expect(visibleOn('#0072B2', '#ffffff')).toBe('#0072b2')
  })

  test('black on white has the greatest contrast', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#777777')).toBe(1)
  })

  test('every code has a class in both themes', () => {
    const css = codeStyles([{ key: 'hero', colour: '#0072B2' }])
    expect(css.match(/\.code-hero\{--code:#[0-9a-f]{6};/g)).toHaveLength(2)
    expect(css).toContain('@media(prefers-color-scheme:dark)')
  })
})
