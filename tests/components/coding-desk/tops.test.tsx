import { render } from '@testing-library/react'
import { useRef } from 'react'
import { useTopAtNews } from '@/components/coding-desk/use-top-at-news'

function Page({ news }: { news: string | null }) {
  const scroller = useRef<HTMLDivElement>(null)
  useTopAtNews(scroller, news)
  return <div ref={scroller} />
}

/** Scrolls down what is rendered. */
function scrolled(container: HTMLElement): Element {
  const [element] = container.children
  if (!element) throw new Error('nothing was rendered')
  element.scrollTop = 500
  return element
}

test('the page is scrolled up when a notice comes, and stays where it is as long as that stands', () => {
  const { container, rerender } = render(<Page news={null} />)
  const page = scrolled(container)
  rerender(<Page news="submitted" />)
  expect(page.scrollTop).toBe(0)
  page.scrollTop = 500
  rerender(<Page news="submitted" />)
  rerender(<Page news={null} />)
  expect(page.scrollTop).toBe(500)
})

test('a page that opens with a notice stays where the browser has scrolled it to', () => {
  const { container, rerender } = render(<Page news="submitted" />)
  const page = scrolled(container)
  rerender(<Page news="submitted" />)
  expect(page.scrollTop).toBe(500)
})

test('the panel begins at its top for each annotation, and stays where it is when none is in hand', () => {
  const { container, rerender } = render(<Page news="one" />)
  const panel = scrolled(container)
  rerender(<Page news={null} />)
  expect(panel.scrollTop).toBe(500)
  rerender(<Page news="other" />)
  expect(panel.scrollTop).toBe(0)
  panel.scrollTop = 500
  rerender(<Page news={null} />)
  rerender(<Page news="other" />)
  expect(panel.scrollTop).toBe(0)
})
