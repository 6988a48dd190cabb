/** The few ways in which a request can fail, each with its HTTP status. */
const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  storage_full: 507,
} as const

export type ErrorCode = keyof typeof statusOf

/** What a failed request answers, as JSON `{ error: ... }`. */
export interface ErrorBody {
  code: ErrorCode | 'internal'
  /** What happened and what to do, for a person. */
  message: string
  /** The message for each field that is wrong, by its path in the input ("changes.0.value.segments"). */
  fields?: Record<string, string>
  /** With a conflict: the rows as they stand now. */
  current?: unknown
  /** With an internal error: what to quote when asking for help. */
  requestId?: string
}

/** Thrown by verbs, mapped to a response in one place (`lib/http`). */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly fields?: Record<string, string>
  readonly current?: unknown

  constructor(code: ErrorCode, message: string, more: { fields?: Record<string, string>; current?: unknown } = {}) {
    super(message)
    this.code = code
    if (more.fields) this.fields = more.fields
    if (more.current !== undefined) this.current = more.current
  }

  get status(): number {
    return statusOf[this.code]
  }

  toBody(): ErrorBody {
    return {
      code: this.code,
      message: this.message,
      ...(this.fields ? { fields: this.fields } : {}),
      ...(this.current !== undefined ? { current: this.current } : {}),
    }
  }
}
