import { z } from 'zod'
import { eventStream } from '@/lib/http/event-stream'
import { route } from '@/lib/http/route'
import { followChanges } from '@/lib/verbs/study-changes'

/** What to read again, as it happens. Whoever connects reads everything once: that is how missed events are made up. */
export const GET = route({
  summary: 'Server-sent events that say what to read again',
  params: z.object({ studyId: z.uuid() }),
  handle: ({ actor, params, request }) =>
    eventStream(request.signal, (listener) => followChanges(actor, params, listener)),
})
