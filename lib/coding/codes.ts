import type { Attribute, Code, Codebook } from './codebook'

/** The codes coders are offered for spans. */
export function spanCodes(codebook: Codebook): Code[] {
  return codebook.codes.filter((code) => code.enabled && code.level === 'span')
}

/** The attributes a coder fills in for this code, in the codebook's order. */
export function attributesOf(codebook: Codebook, code: Code): { key: string; attribute: Attribute }[] {
  return code.attributeKeys.flatMap((attributeKey) => {
    const attribute = codebook.attributes[attributeKey]
    return attribute?.enabled ? [{ key: attributeKey, attribute }] : []
  })
}
