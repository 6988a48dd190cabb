/** How fields that are written in look. */
export const controlLook =
  'min-h-11 w-full rounded-md border border-edge bg-surface px-3 py-1.5 text-ink lg:min-h-8 lg:px-2.5 lg:py-1 lg:text-sm'
