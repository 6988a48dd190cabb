/** Words of the small parts that every screen uses. */
export const ui = {
  copy: 'Copy',
  copied: 'Copied',
  cancel: 'Cancel',
}
