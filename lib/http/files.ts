import { AppError } from '../errors'

/**
 * The files of a multipart form, from the field `files`.
 * @throws AppError invalid when the body is no such form
 */
export async function filesOf(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new AppError(
      'invalid',
      'The form cannot be read. Send the files as multipart/form-data in the field “files”.',
    )
  })
  const files = form.getAll('files').filter((entry) => entry instanceof File)
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}
