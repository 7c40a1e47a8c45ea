/** Is this a browser, a page or its worker? All of them call themselves Mozilla, and no server runtime does. */
export function isBrowser(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return !!navigator?.userAgent?.startsWith("Mozilla");
}
