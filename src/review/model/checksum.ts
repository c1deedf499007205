/** SHA-256 of a file's bytes as 64 hex digits. The whole file is held in memory for it: Web Crypto takes no pieces. */
export async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
