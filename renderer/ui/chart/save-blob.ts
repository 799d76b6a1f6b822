/** The download reads the blob after the click, a large one for a while: taken away at once it would never come. */
const KEPT_MS = 60_000;

/** Hands a file to the user through the browser's own download. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
