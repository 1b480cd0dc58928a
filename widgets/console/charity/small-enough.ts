/** Below this a picture is sent as it is; a phone on a slow line needs about a minute for more. */
const bytesFine = 1_500_000;
/** Small print of a certificate is still read at this size. */
const longestSide = 2_800;

export const evidenceBytesMax = 10 * 1024 * 1024;
export const evidenceTypes = ['application/pdf', 'image/png', 'image/jpeg'];

/**
 * A photograph made smaller before it is sent, which also leaves out where and with what it was taken. What is no picture,
 * or cannot be read as one here, stays as it is.
 */
export async function smallEnough(file: File): Promise<Blob> {
  if (file.type === 'application/pdf' || file.size <= bytesFine) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
