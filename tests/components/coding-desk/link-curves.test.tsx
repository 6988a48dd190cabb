import { cleanup, render } from '@testing-library/react'
import { Profiler } from 'react'
import { LinkCurves } from '@/components/coding-desk/links/LinkCurves'
import { uuid } from './coding-view'

afterEach(cleanup)

test('without a link at the annotation in hand nothing is drawn, and no second time', () => {
  let commits = 0
  const page = { current: document.createElement('div') }
  const value = { relation: 'contradicts', from: uuid(2), to: uuid(3) }
  const show = (selectedId: string, drawn: object) => (
    <Profiler id="curves" onRender={() => (commits += 1)}>
      <LinkCurves page={page} links={[{ id: uuid(1), value }]} selectedId={selectedId} drawn={drawn} />
    </Profiler>
  )
  const { container, rerender } = render(show(uuid(4), {}))
  const atFirst = commits
  for (let n = 0; n < 10; n += 1) rerender(show(uuid(4), {}))
  expect(commits - atFirst).toBe(10)
  expect(container.innerHTML).toBe('')
})
