/**
 * Lets the browser keep the page for when there is no network: where it is allowed to, and only on a site of our own.
 */

export function keepForLater(): void {
  if (window.parent !== window || !window.isSecureContext || !location.protocol.startsWith("http")) return;
  window.addEventListener("load", () => {
    try {
      // Absent or forbidden where storage is blocked: then the page is what it is without.
      navigator.serviceWorker?.register("sw.js").catch(() => undefined);
    } catch {
      return;
    }
  });
}
