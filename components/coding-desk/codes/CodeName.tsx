import type { Code } from '@/lib/coding/codebook'

/** The name of a code, underlined with its colour and pattern as in the text. */
export function CodeName({ code }: { code: Code }) {
  return <span className={`coded code-name code-${code.key} line-${code.pattern}`}>{code.label}</span>
}
