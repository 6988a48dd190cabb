import type { ChangeListener, ChangeNotice } from '../verbs/study-changes'

const pingMilliseconds = 20_000

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  // A proxy such as nginx would hold the events back until its buffer is full.
  'x-accel-buffering': 'no',
}

/** The body of an open response. It is over when the reader leaves, or when the notices end. */
class NoticeStream implements ChangeListener {
  readonly body: ReadableStream<Uint8Array>
  readonly #encoder = new TextEncoder()
  // A comment now and then, so that nobody between takes the quiet connection for dead.
  readonly #ping = setInterval(() => this.#send(': ping\n\n'), pingMilliseconds)
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #isOver = false
  #unfollow = () => {}

  constructor() {
    this.body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller
      },
      cancel: () => this.#finish(),
    })
    this.#send('retry: 2000\n\n')
  }

  notice(notice: ChangeNotice): void {
    this.#send(`data: ${JSON.stringify(notice)}\n\n`)
  }

  ended(): void {
    if (this.#isOver) return
    this.#finish()
    this.#controller?.close()
  }

  /** What to do once it is over; at once if it is already. */
  onceOver(unfollow: () => void): void {
    if (this.#isOver) unfollow()
    else this.#unfollow = unfollow
  }

  #send(text: string): void {
    if (!this.#isOver) this.#controller?.enqueue(this.#encoder.encode(text))
  }

  #finish(): void {
    this.#isOver = true
    clearInterval(this.#ping)
    this.#unfollow()
  }
}

/**
 * An open response that carries notices as server-sent events: `data: {"about": ...}`.
 * @param left aborted when the reader goes away
 * @param follow begins to tell the listener, and gives the way to end that
 * @throws what `follow` throws, before anything is sent
 */
export async function eventStream(
  left: AbortSignal,
  follow: (listener: ChangeListener) => Promise<() => void>,
): Promise<Response> {
  const stream = new NoticeStream()
  try {
    stream.onceOver(await follow(stream))
  } catch (error) {
    stream.ended()
    throw error
  }
  left.addEventListener('abort', () => stream.ended())
  if (left.aborted) stream.ended()
  return new Response(stream.body, { headers })
}
