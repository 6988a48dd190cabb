import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { annotation, clusterView, decisionView, reading } from '../../support/cluster-view'
import { uuid } from '../coding-desk/coding-view'
import { openReview, rails, rejectAll, select, tell, text, withReviewDesk } from './open-review'

withReviewDesk()

const omission = clusterView({
  ...{ id: uuid(110), inputKey: uuid(111), types: ['D1'] },
  readings: [reading('A', [annotation(30, 'hero', 22, 34)]), reading('B')],
})

const heading = () => document.querySelector('[data-place="heading"]')?.textContent ?? ''
const decide = () => screen.getByRole('region', { name: 'Decide' })
const outcome = (name: RegExp) => within(screen.getByRole('group', { name: 'Outcome' })).getByRole('button', { name })

describe('the review desk', () => {
  test('shows what each reading says, beside the rule, and whose words differ', async () => {
    await openReview([
      clusterView({
        types: ['D2b'],
        readings: [reading('A', [annotation(20, 'hero', 7, 34)]), reading('B', [annotation(21, 'hero', 13, 34)])],
      }),
    ])
    await waitFor(() =>
      expect(rails()).toEqual(['A Hero: holds the quay for the town', 'B Hero: the quay for the town']),
    )
    expect(heading()).toContain('Boundary: nested')
    expect([...document.querySelectorAll('.desk-text .differing')].map((one) => one.textContent).join('')).toBe(
      'holds ',
    )
    expect(within(screen.getByRole('list', { name: 'Boundary differences' })).getByText('holds␣')).toBeTruthy()
    expect(within(screen.getByRole('region', { name: 'The rule' })).getByText('Hero')).toBeTruthy()
  })

  test('decides by keyboard alone, and the next cluster appears by itself', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission])
    await user.keyboard('1b')
    expect(document.activeElement?.getAttribute('type')).toBe('radio')
    await user.keyboard('2')
    await user.keyboard('By rule 3.{Enter}')
    await waitFor(() => expect(heading()).toContain('Omission'))
    expect(server.decisions).toMatchObject([
      {
        ...{ clusterId: uuid(100), inputKey: uuid(101), outcome: 'accept', cause: 'rule_misread', supersedes: null },
        ...{ accepted: [{ reading: 'B', annotationId: uuid(21) }], rationale: 'By rule 3.' },
      },
    ])
    expect(document.activeElement?.getAttribute('data-place')).toBe('heading')
    expect(screen.getByText('Accepted. 1 cluster left.')).toBeTruthy()
    expect(window.location.search).toContain(uuid(110))
  })

  test('says “neither”: rejects all readings', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('4')
    await user.keyboard('1')
    await user.keyboard('No frame here.{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([{ outcome: 'reject_all', accepted: [], annotations: [] }])
  })

  test('keeps both readings, with a reason', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    expect(outcome(/Keep all/)).toBeTruthy()
    await user.keyboard('5')
    expect(within(decide()).getByRole('button', { name: 'Decide: keep all' })).toBeTruthy()
    expect(within(decide()).getByLabelText('Route')).toBeTruthy()
    await user.keyboard('0')
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Write the reason for this decision.')).toBeTruthy()
    expect(server.decisions).toEqual([])
    await user.keyboard('Both hold.{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([{ outcome: 'keep_both', cause: 'double_reading' }])
  })

  test('sends back without a route', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('4')
    await user.selectOptions(within(decide()).getByLabelText('Route'), 'expert')
    await user.click(outcome(/Send back/))
    expect(within(decide()).queryByLabelText('Route')).toBeNull()
    await user.type(screen.getByLabelText(/look at again/), 'Whose quay?{Enter}')
    await waitFor(() => expect(server.decisions).toMatchObject([{ outcome: 'send_back', method: 'arbiter' }]))
  })

  test('takes single annotations of a stack', async () => {
    const user = userEvent.setup()
    const stacked = clusterView({
      readings: [
        reading('A', [annotation(20, 'hero', 0, 21), annotation(22, 'figure', 7, 12, { attributes: {} })]),
        reading('B', [annotation(21, 'villain', 0, 21)]),
      ],
    })
    const server = await openReview([stacked])
    await user.keyboard('1')
    await user.keyboard('23')
    await user.keyboard('{Enter}1')
    await user.keyboard('Two of three.{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions[0]?.accepted).toEqual([
      { reading: 'A', annotationId: uuid(22) },
      { reading: 'B', annotationId: uuid(21) },
    ])
  })

  test('merges readings into one, and shows in the text what comes out', async () => {
    const user = userEvent.setup()
    const server = await openReview([
      clusterView({
        types: ['D2c'],
        readings: [reading('A', [annotation(20, 'hero', 7, 21)]), reading('B', [annotation(21, 'hero', 0, 16)])],
      }),
    ])
    await user.keyboard('2')
    const merge = decide()
    await user.click(within(merge).getByRole('radio', { name: /All words of all/ }))
    const result = [...document.querySelectorAll('.desk-text mark[data-annotation]')].map((mark) => mark.textContent)
    expect(result.join('')).toBe('Marrin holds the quay')
    await user.keyboard('{Enter}')
    await user.keyboard('6')
    await user.keyboard('{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([
      {
        outcome: 'merge',
        annotations: [
          { code: 'hero', segments: [{ part: 'span', start: 0, end: 21 }], attributes: { target: 'Marrin' } },
        ],
        accepted: [{ annotationId: uuid(20) }, { annotationId: uuid(21) }],
      },
    ])
  })

  test('writes a new one with the tools of the coding desk, and takes steps of it back', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('3')
    await select('company')
    await user.keyboard('v')
    expect([...document.querySelectorAll('.desk-text mark[data-annotation]')].map((mark) => mark.textContent)).toEqual([
      'company',
    ])
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(document.querySelector('.desk-text mark[data-annotation]')).toBeNull()
    expect(screen.getByText('Villain deleted. Undo brings it back.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take back the last step of what is being written' }))
    expect(document.querySelector('.desk-text mark[data-annotation]')?.textContent).toBe('company')
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(document.querySelector('.desk-text mark[data-annotation]')).toBeNull())
    await select('company')
    await user.keyboard('v')
    await user.type(screen.getByLabelText(/Target/), 'The company')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'))
    await user.keyboard('3')
    await user.keyboard('Only the company is framed.{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([
      {
        outcome: 'write_new',
        annotations: [
          {
            ...{ code: 'villain', segments: [{ part: 'span', start: 40, end: 47 }] },
            attributes: { target: 'The company', voice: 'author' },
          },
        ],
      },
    ])
  })

  test('accepts with two keys what all agree on', async () => {
    const user = userEvent.setup()
    const agreed = clusterView({
      types: [],
      readings: [reading('A', [annotation(20, 'hero', 0, 21)]), reading('B', [annotation(21, 'hero', 0, 21)])],
    })
    const server = await openReview([agreed])
    expect(heading()).toContain('Agreed')
    expect(outcome(/Merge/).hasAttribute('disabled')).toBe(true)
    await user.keyboard('1')
    await user.keyboard('{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([{ outcome: 'accept', cause: null, rationale: '' }])
  })

  test('shows what is missing where it is asked for, and puts the focus there', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    const shown: (string | null)[] = []
    const scroll = jest.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      shown.push(this.textContent)
    })
    await user.click(outcome(/Accept/))
    shown.length = 0
    await user.click(within(decide()).getByRole('button', { name: /^Decide: accept/ }))
    await waitFor(() => expect(shown).toContain('Choose the annotations that become gold.'))
    expect(document.activeElement?.closest('[data-place]')?.getAttribute('data-place')).toBe('detail')
    expect(server.decisions).toEqual([])
    scroll.mockRestore()
  })

  test('does not go on from the cause without one, and says so', async () => {
    const user = userEvent.setup()
    await openReview([clusterView()])
    await user.keyboard('4')
    const place = () => document.activeElement?.closest('[data-place]')?.getAttribute('data-place')
    await waitFor(() => expect(place()).toBe('cause'))
    expect(within(decide()).getByRole('group', { name: /^Cause required/ })).toBeTruthy()
    await user.keyboard('{Enter}')
    expect((await within(decide()).findByRole('alert')).textContent).toBe('Choose why the coders differ.')
    expect(place()).toBe('cause')
    await user.keyboard('1')
    await waitFor(() => expect(place()).toBe('rationale'))
    expect(within(decide()).queryByRole('alert')).toBeNull()
  })

  test('takes the last decision back and goes on with what it was made from', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission])
    await rejectAll(user)
    await waitFor(() => expect(heading()).toContain('Omission'))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heading()).toContain('Code conflict'))
    expect(server.decisions.map(({ outcome: made }) => made)).toEqual(['reject_all', 'withdraw'])
    expect(server.decisions[1]).toMatchObject({ supersedes: server.decisions[0]?.id, clusterId: uuid(100) })
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Reason/).value).toBe('Wrong.')
  })

  test('tells everybody for a while what was done', async () => {
    const user = userEvent.setup()
    // In another text, which is drawn anew.
    await openReview([clusterView(), { ...omission, document: { ...omission.document, id: uuid(9) } }])
    await rejectAll(user)
    const line = (await screen.findByText('All rejected. 1 cluster left.')).closest('[role="status"]')
    expect(line?.classList.contains('sr-only')).toBe(false)
    await user.keyboard('{Control>}z{/Control}')
    const next = (await screen.findByText('Decision taken back.')).closest('[role="status"]')
    expect(next?.classList.contains('sr-only')).toBe(false)
    await waitFor(
      () => expect(screen.getByText('Decision taken back.').closest('[role="status"]')?.className).toBe('sr-only'),
      { timeout: 9000 },
    )
  })

  test('decides anew what was taken back, though nothing of the draft was changed', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission])
    await rejectAll(user)
    await waitFor(() => expect(heading()).toContain('Omission'))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heading()).toContain('Code conflict'))
    await user.click(screen.getByLabelText(/Reason/))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(heading()).toContain('Omission'))
    expect(server.decisions.map(({ outcome: made }) => made)).toEqual(['reject_all', 'withdraw', 'reject_all'])
    expect(new Set(server.decisions.map(({ id }) => id)).size).toBe(3)
    expect(server.views.get(uuid(100))?.state).toBe('decided')
  })

  test('loses nothing of a draft when the server is away, and decides once', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('4')
    await user.keyboard('1')
    server.fault = 'unreachable'
    await user.keyboard('Nobody.{Enter}')
    expect((await screen.findAllByText(/The server cannot be reached/)).length).toBeGreaterThan(0)
    server.fault = null
    await user.click(screen.getByLabelText(/Reason/))
    await user.keyboard('{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([{ rationale: 'Nobody.' }])
  })

  test('sends a comment with the keys that decide elsewhere, and decides nothing', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('4')
    await user.keyboard('1')
    await user.type(screen.getByLabelText(/Reason/), 'Nobody.')
    await user.type(await screen.findByLabelText('Comment'), 'Who is meant?{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.comments).toEqual(['Who is meant?']))
    expect(server.decisions).toEqual([])
  })

  test('goes back and forth in the queue, and keeps what was drafted', async () => {
    const user = userEvent.setup()
    await openReview([clusterView(), omission])
    await user.keyboard('4')
    await user.keyboard('{Escape}')
    await user.keyboard(']')
    await waitFor(() => expect(heading()).toContain('Omission'))
    await user.keyboard('[[')
    await waitFor(() => expect(heading()).toContain('Code conflict'))
    expect(outcome(/Reject all/).getAttribute('aria-pressed')).toBe('true')
  })

  test('goes on with the hardest one where the next is gone, and ends where none is left', async () => {
    const user = userEvent.setup()
    const third = clusterView({ id: uuid(120), inputKey: uuid(121), types: ['D4'] })
    const server = await openReview([clusterView(), omission, third])
    server.views.delete(uuid(110))
    server.views.delete(uuid(100))
    await user.keyboard(']')
    await waitFor(() => expect(heading()).toContain('Attribute conflict'))
    expect(screen.getByText('That cluster is gone. This is the hardest one that is left.')).toBeTruthy()
    await tell({ about: 'review', clusterId: uuid(120), documentId: uuid(3) })
    server.views.delete(uuid(120))
    await tell({ about: 'review', clusterId: uuid(120), documentId: uuid(3) })
    expect((await screen.findAllByText(/This cluster is gone/)).length).toBeGreaterThan(0)
  })

  test('lets go of an outcome with Esc', async () => {
    const user = userEvent.setup()
    await openReview([clusterView()])
    await user.keyboard('4')
    expect(screen.getByLabelText(/Reason/)).toBeTruthy()
    await user.keyboard('{Escape}{Escape}')
    expect(screen.queryByLabelText(/Reason/)).toBeNull()
  })

  test('keeps drafts over a reload of the page, what is being written too', async () => {
    const user = userEvent.setup()
    await openReview([clusterView()])
    await user.keyboard('3')
    await select('company')
    await user.keyboard('v')
    await user.click(screen.getByLabelText(/Reason/))
    await user.keyboard('Not yet.')
    cleanup()
    await openReview([clusterView()])
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>(/Reason/).value).toBe('Not yet.'))
    const written = [...document.querySelectorAll('.desk-text mark[data-annotation]')].map((mark) => mark.textContent)
    expect(written).toEqual(['company'])
  })

  test('shows readings side by side with a key, and back in one text', async () => {
    const user = userEvent.setup()
    await openReview([clusterView()])
    await user.keyboard('s')
    const columns = [...document.querySelectorAll('.beside-column')].map(
      (column) => column.querySelector('mark')?.className,
    )
    expect(columns).toEqual(['coded code-hero line-solid', 'coded code-villain line-double'])
    await user.keyboard('s')
    await waitFor(() => expect(text()).toBeTruthy())
  })

  test('shows names only where it was told them', async () => {
    await openReview([
      clusterView({
        readings: [
          reading('A', [annotation(20, 'hero', 0, 21)], { coder: { pseudonym: 'C02', name: 'Ben' } }),
          reading('B', [annotation(21, 'villain', 0, 21)]),
        ],
      }),
    ])
    expect(screen.getAllByText('C02 Ben')).toHaveLength(1)
  })

  test('explains why nothing happened until something does', async () => {
    const user = userEvent.setup()
    await openReview([clusterView()])
    await user.keyboard(']')
    const why = await screen.findByText('There is no further cluster in this direction.')
    expect(why.closest('.sr-only')).toBeNull()
    await user.keyboard('p')
    expect(why.isConnected).toBe(true)
    expect(why.closest('.sr-only')).not.toBeNull()
  })

  test('lists its keys', async () => {
    const user = userEvent.setup()
    await openReview([clusterView()])
    await user.keyboard('?')
    const keys = within(await screen.findByRole('dialog', { name: 'Keys' }))
    expect(keys.getByText('Keep all')).toBeTruthy()
    expect(keys.getByText('Take back: the last step of what is being written, else my last decision')).toBeTruthy()
  })

  test('lets who may only read the review decide nothing', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView({ may: { decide: false, manage: false } })])
    expect(screen.getByText('You can read the review, but not decide.')).toBeTruthy()
    await user.keyboard('4{Enter}')
    expect(screen.queryByLabelText(/Reason/)).toBeNull()
    expect(server.decisions).toEqual([])
  })

  test('shows nothing of a text with a content note before the reviewer wants to see it', async () => {
    const user = userEvent.setup()
    const view = clusterView()
    const noted = { ...view, document: { ...view.document, metadata: { content_note: 'Describes violence.' } } }
    const { openReview: open } = await import('./open-review')
    const opened = open([noted])
    expect(screen.getByText('Describes violence.')).toBeTruthy()
    expect(document.body.textContent).not.toContain('Marrin holds')
    await user.click(screen.getByRole('button'))
    await opened
  })
})

describe('two reviewers at one cluster', () => {
  test('see each other’s decisions at once, and lose nothing of their own', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('5')
    await user.keyboard('1')
    await user.keyboard('Mine.')
    server.views.set(uuid(100), clusterView({ state: 'decided', decision: decisionView() }))
    await tell({ about: 'review', clusterId: uuid(100), documentId: uuid(3) })
    expect(await screen.findByText('Kim Adler decided this meanwhile: all rejected.')).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Reason/).value).toBe('Mine.')
    await user.click(screen.getByLabelText(/Reason/))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(server.decisions).toMatchObject([{ outcome: 'keep_both', supersedes: uuid(200) }]))
  })

  test('leave a decision that came meanwhile as it is, and go on', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission])
    await user.keyboard('5')
    server.views.set(uuid(100), clusterView({ state: 'decided', decision: decisionView() }))
    await tell({ about: 'review', clusterId: uuid(100), documentId: uuid(3) })
    await user.click(await screen.findByRole('button', { name: 'Leave it so, and go on' }))
    await waitFor(() => expect(heading()).toContain('Omission'))
    expect(server.decisions).toEqual([])
  })

  test('are asked whose decision stands when one comes too late: theirs is kept', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView(), omission])
    await user.keyboard('5')
    await user.keyboard('1')
    server.inForce = decisionView()
    await user.keyboard('Mine.{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Somebody decided first' }))
    expect(dialog.getByText('Decided by Kim Adler')).toBeTruthy()
    expect(dialog.getByText('Nobody is framed here.')).toBeTruthy()
    expect(dialog.getByText('Mine.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Keep theirs' }))
    await waitFor(() => expect(heading()).toContain('Omission'))
    expect(server.decisions).toEqual([])
  })

  test('are asked whose decision stands when one comes too late: the own is put in its place', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('5')
    await user.keyboard('1')
    server.inForce = decisionView()
    await user.keyboard('Mine.{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Somebody decided first' }))
    await user.click(dialog.getByRole('button', { name: 'Put mine in its place' }))
    await waitFor(() => expect(server.decisions).toMatchObject([{ outcome: 'keep_both', supersedes: uuid(200) }]))
  })

  test('are told when what was coded changed while they decided', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()])
    await user.keyboard('5')
    await user.keyboard('1')
    server.fault = 'conflict'
    await user.keyboard('Mine.{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Somebody decided first' }))
    expect(dialog.getByText(/What coders submitted here changed while you decided/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Look at it again' }))
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Reason/).value).toBe('Mine.')
  })
})

describe('a cluster that was decided before', () => {
  test('shows its decision, and can be decided again', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView({ state: 'decided', decision: decisionView() })])
    expect(screen.getByText(/This one is decided/)).toBeTruthy()
    expect(screen.getByText('Nobody is framed here.')).toBeTruthy()
    await user.keyboard('5')
    await user.keyboard('1')
    await user.keyboard('Both.{Enter}')
    await waitFor(() => expect(server.decisions).toMatchObject([{ outcome: 'keep_both', supersedes: uuid(200) }]))
  })

  test('says what changed since, when it did', async () => {
    const value = { code: 'hero', segments: [{ part: 'span' as const, start: 0, end: 6 }], attributes: {} }
    const accepted = decisionView({
      outcome: 'accept',
      gold: {
        annotations: [{ value: { ...value, note: '', unsure: false, touched: [] }, coders: [] }],
        ...{ value: null, values: [], eligibility: null },
      },
    })
    const readings = [
      reading('A', [annotation(20, 'hero', 0, 21)], { revision: 1 }),
      reading('B', [annotation(21, 'villain', 0, 21)]),
    ]
    await openReview([clusterView({ state: 'stale', decision: accepted, readings })])
    expect(screen.getByText('A: submitted again since')).toBeTruthy()
    expect(screen.getByText('Became gold, and nobody says it so any more: Hero “Marrin”')).toBeTruthy()
  })

  test('is flagged for a reviewer who coded the text', async () => {
    await openReview([clusterView({ codedByReader: true })])
    expect(screen.getByText(/You coded this text yourself/)).toBeTruthy()
  })
})

describe('what is about the text as a whole', () => {
  test('asks for one of the answers that coders gave', async () => {
    const user = userEvent.setup()
    const view = clusterView({ kind: 'variable', variable: 'genre', types: ['D4'], start: 0, end: 10 })
    const codebook = {
      ...view.codebook,
      variables: [
        {
          ...{ key: 'genre', label: 'Genre', type: 'enum' as const, level: 'nominal' as const, required: true },
          ...{ enabled: true, values: ['news_report', 'comment'] },
        },
      ],
    }
    const readings = [reading('A', [], { answer: 'news_report' }), reading('B', [], { answer: 'comment' })]
    const server = await openReview([{ ...view, codebook, readings, codes: [] }])
    expect(heading()).toContain('Answer to “Genre”')
    await user.keyboard('1')
    await user.keyboard('2')
    await user.keyboard('1')
    await user.keyboard('It comments.{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([{ outcome: 'accept', value: 'comment' }])
  })

  test('asks whether to code it at all', async () => {
    const user = userEvent.setup()
    const readings = [reading('A'), reading('B', [], { nothingToCode: true })]
    const server = await openReview([
      clusterView({ kind: 'eligibility', types: ['D8'], readings, codes: [], start: 0, end: 10 }),
    ])
    expect(heading()).toContain('Should this text be coded?')
    await user.keyboard('1')
    await user.keyboard('2')
    await user.keyboard('1')
    await user.keyboard('{Enter}')
    await screen.findByText('Nothing is left to decide')
    expect(server.decisions).toMatchObject([{ outcome: 'accept', eligibility: 'nothing' }])
  })
})

describe('the end of the queue', () => {
  test('is calm, and says what comes next', async () => {
    await openReview([])
    expect(screen.getByRole('heading', { name: 'Nothing is left to decide' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Export the gold' }).getAttribute('href')).toContain('/exports')
  })

  test('tells filters from the whole queue', async () => {
    await openReview([], { type: 'D3' })
    expect(screen.getByRole('heading', { name: 'Nothing is left under these filters' })).toBeTruthy()
  })

  test('takes the last decision back with its key, under filters too', async () => {
    const user = userEvent.setup()
    const server = await openReview([clusterView()], { type: 'D3' })
    await rejectAll(user)
    await screen.findByText('Nothing is left under these filters')
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heading()).toContain('Code conflict'))
    expect(server.decisions.map(({ outcome: made }) => made)).toEqual(['reject_all', 'withdraw'])
  })

  test('is not told before all texts are compared: what is found then comes on the desk', async () => {
    const server = await openReview([], {}, { computing: { done: 0, of: 2 } })
    expect(screen.getByRole('heading', { name: 'The texts are still being compared' })).toBeTruthy()
    expect(screen.getByText('Comparing: 0 of 2 texts')).toBeTruthy()
    expect(screen.queryByText(/Nothing is left|Every cluster/)).toBeNull()
    expect(screen.queryByRole('link', { name: 'Export the gold' })).toBeNull()
    server.views.set(uuid(110), omission)
    await waitFor(() => expect(heading()).toContain('Omission'), { timeout: 5000 })
  })
})
