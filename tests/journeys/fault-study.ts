import type { Page } from 'playwright-core'
import type { AnnotationValue } from '@/lib/coding/annotation'
import type { CodingView } from '@/lib/coding/coding-view'
import { violations } from '../support/accessibility'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { codeWords, readCoding, untilSaved } from './desk'
import { accountOf, arrives, createsFirstAccount, createsStudy, importsFiles, type Person, signsIn } from './people'
import { sampleArticles } from './sample-articles'
import { storedRows } from './stored-rows'

/** A study in which something fails while Ana codes, and the account of what she did: the database must agree with it. */

/** An annotation as it should stand: the number of its first word, and what was said of it. */
export interface Mark {
  n: number
  code: string
  target?: string
  note?: string
}

/** What was done in one coding: the annotations that stand, and how many were thrown away. */
interface Done {
  live: readonly Mark[]
  deleted?: number
}

/** The desk of one article, in a tab of its own. */
export interface Desk {
  page: Page
  view: CodingView
}

type StoredMark = { deleted: boolean; value: Pick<AnnotationValue, 'code' | 'segments' | 'attributes' | 'note'> }

function markOf({ code, segments, attributes, note }: StoredMark['value'], { document }: CodingView): Mark {
  const n = document.tokens.indexOf(segments[0]?.start ?? Number.NaN) / 2
  const target = attributes.target === undefined ? {} : { target: String(attributes.target) }
  return { n, code, ...target, ...(note === '' ? {} : { note }) }
}

function marksOf(rows: readonly StoredMark[], view: CodingView): Mark[] {
  const live = rows.filter(({ deleted }) => !deleted)
  return live.map(({ value }) => markOf(value, view)).sort((a, b) => a.n - b.n)
}

const annotationsOf = ({ rows }: CodingView) => rows.flatMap((row) => (row.kind === 'annotation' ? [row] : []))

export class FaultStudy {
  private readonly done = new Map<string, Done & { view: CodingView }>()

  private constructor(
    readonly browser: TestBrowser,
    readonly server: TestServer,
    readonly ana: Person,
    readonly studyId: string,
    readonly codings: readonly string[],
  ) {}

  static async begin(): Promise<FaultStudy> {
    const browser = await openBrowser()
    const server = await startServer()
    const ana = await arrives(browser, server.address, 'Ana')
    await createsFirstAccount(ana)
    await ana.page.getByLabel(/I code too/).check()
    const studyId = await createsStudy(ana, 'Never lost')
    // The last sample is written from right to left: a mouse would have to begin at the other side of its words.
    await importsFiles(ana, sampleArticles(11))
    const own = await (await ana.page.request.get(`/api/studies/${studyId}/codings?coder=me`)).json()
    const codings = own.codings.map(({ id }: { id: string }) => id)
    return new FaultStudy(browser, server, ana, studyId, codings)
  }

  async end(): Promise<void> {
    await this.ana.close()
    await this.server.close()
    await this.browser.close()
  }

  /** Ana at another machine, with a browser of its own. @param prepare before the first page is opened */
  async atAnotherMachine(prepare?: (machine: Person) => Promise<unknown>): Promise<Person> {
    const machine = await arrives(this.browser, this.server.address, 'Ana')
    await prepare?.(machine)
    await signsIn(machine, accountOf(this.ana))
    return machine
  }

  /** Opens the desk of article number n. */
  async opens(n: number, at: Person = this.ana): Promise<Desk> {
    const page = await at.context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`/studies/${this.studyId}/codings/${this.codings[n]}`)
    await page.locator('.desk-text').waitFor()
    await untilSaved(page)
    return { page, view: await readCoding(page) }
  }

  /** What the server has of article number n. */
  async told(n: number): Promise<CodingView> {
    return (await this.ana.page.request.get(`/api/codings/${this.codings[n]}`, { maxRetries: 3 })).json()
  }

  /** Waits until everything has arrived, and holds the server against what was done; the database comes at the end. */
  async expectDone({ page, view }: Desk, done: Done): Promise<void> {
    // Fifty changes on their way to a busy machine take their time.
    await untilSaved(page, 60_000)
    const rows = annotationsOf(await readCoding(page))
    expect(marksOf(rows, view)).toEqual(done.live)
    expect(rows.filter(({ deleted }) => deleted)).toHaveLength(done.deleted ?? 0)
    this.done.set(view.codingId, { ...done, view })
  }

  /** Ends the server and holds what is on its disk against everything that was done: each row once, each version once. */
  async expectOnDisk(codings: number): Promise<void> {
    await this.server.kill('SIGTERM')
    const rows = await storedRows(this.server.dataFolder)
    expect(this.done.size).toBe(codings)
    for (const [codingId, { view, live, deleted = 0 }] of this.done) {
      const own = rows.filter((row) => row.codingId === codingId)
      expect(marksOf(own, view)).toEqual(live)
      expect(own).toHaveLength(live.length + deleted)
    }
    for (const { version, history } of rows) expect(history).toEqual(Array.from({ length: version }, (_, n) => n + 1))
  }
}

export const figure = ({ page, view }: Desk, n: number) => codeWords(page, view, n)
export const hero = ({ page, view }: Desk, n: number, target: string) => codeWords(page, view, n, 'h', target)
export const note = ({ page }: Desk) => page.getByLabel('Note', { exact: true })
export const says = ({ page }: Desk, words: string | RegExp) => page.getByText(words).first().waitFor()
export const expectAccessible = async ({ page }: Desk) => expect(await violations(page)).toEqual([])

/** Takes the annotation that begins with word n in hand, to write a note. */
export async function takesUp(desk: Desk, n: number): Promise<void> {
  const { page, view } = desk
  const rows = annotationsOf(await readCoding(page))
  const row = rows.find(({ value }) => markOf(value, view).n === n)
  await page.locator(`mark[data-annotation="${row?.id}"]`).first().click()
  await note(desk).waitFor()
}
