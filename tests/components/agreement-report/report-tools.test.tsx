import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CopyText } from '@/components/agreement-report/copy-text'
import { MethodsParagraph } from '@/components/agreement-report/methods-paragraph'
import { PlotFigure } from '@/components/agreement-report/plot-figure'
import { forestPlot } from '@/lib/plots/forest'

describe('the methods paragraph', () => {
  const area = () => screen.getByRole<HTMLTextAreaElement>('textbox')
  const paragraph = (text: string) => (
    <>
      <h2 id="methods-heading">Methods paragraph</h2>
      <MethodsParagraph text={text} />
    </>
  )

  it('follows the report until it is edited', () => {
    const { rerender } = render(paragraph('Three coders.'))
    rerender(paragraph('Four coders.'))
    expect(area().value).toBe('Four coders.')
  })

  it('keeps what was edited when the report is read again, and can take the new text', async () => {
    const { rerender } = render(paragraph('Three coders.'))
    await userEvent.type(area(), ' Trained.')
    rerender(paragraph('Four coders.'))
    expect(area().value).toBe('Three coders. Trained.')
    await userEvent.click(screen.getByRole('button', { name: 'Discard my changes' }))
    expect(area().value).toBe('Four coders.')
  })

  it('copies what was edited', async () => {
    const user = userEvent.setup()
    render(paragraph('Three coders.'))
    await user.type(area(), ' Trained.')
    await user.click(screen.getByRole('button', { name: 'Copy paragraph' }))
    expect(await navigator.clipboard.readText()).toBe('Three coders. Trained.')
  })
})

describe('copying a text', () => {
  it('says what was copied', async () => {
    const user = userEvent.setup()
    render(
      <CopyText what="APA table" text="Table 1">
        Copy
      </CopyText>,
    )
    expect(screen.getByRole('status').textContent).toBe('')
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(screen.getByRole('status').textContent).toBe('APA table copied')
    expect(await navigator.clipboard.readText()).toBe('Table 1')
  })

  it('says how to do it by hand where the browser refuses', async () => {
    const user = userEvent.setup()
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'))
    render(
      <CopyText what="APA table" text="Table 1">
        Copy
      </CopyText>,
    )
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(screen.getByRole('status').textContent).toMatch(/Select the text and copy it by hand/)
    expect(document.querySelector('textarea')).toBeNull()
  })
})

describe('a plot on the page', () => {
  const drawing = forestPlot('Alpha', [
    { label: 'Hero & villain', alpha: { value: 0.9 }, interval: { low: 0.8, high: 1 }, verdict: 'meets' },
  ])

  it('has a wide and a narrow drawing and the table behind it', () => {
    render(<PlotFigure drawing={drawing} file="alpha" table={<p>the figures</p>} />)
    const widths = [...screen.getByRole('figure', { name: 'Alpha' }).querySelectorAll('svg')].map((svg) =>
      svg.getAttribute('width'),
    )
    expect(widths).toEqual(['720', '360'])
    expect(screen.getByText('the figures').closest('details')).toBeTruthy()
  })

  it('is no figure where there is nothing to draw', () => {
    const { container } = render(<PlotFigure drawing={null} file="alpha" table={<p>the figures</p>} />)
    expect(container.innerHTML).toBe('')
  })

  const { click } = HTMLAnchorElement.prototype
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click
  })

  it('downloads the wide drawing as a file of its own', async () => {
    const saved: Blob[] = []
    const names: string[] = []
    URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`
    URL.revokeObjectURL = () => undefined
    HTMLAnchorElement.prototype.click = function click() {
      names.push(this.download)
    }
    render(<PlotFigure drawing={drawing} file="alpha" />)
    await userEvent.click(screen.getByRole('button', { name: 'Download SVG' }))
    const file = await readText(saved[0])
    expect(names).toEqual(['alpha.svg'])
    expect(file).toContain('width="720"')
    expect(file).not.toContain('var(')
    const parsed = new DOMParser().parseFromString(file.replace(/^<\?xml[^>]*\?>\s*/, ''), 'image/svg+xml')
    expect(parsed.querySelector('parsererror')).toBeNull()
    expect(parsed.documentElement.textContent).toContain('Hero & villain')
  })
})

function readText(blob: Blob | undefined): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(blob ?? new Blob())
  })
}
