/** What the configurator must know of this build: see configurator.mjs. */
declare module "virtual:site" {
  const site: { regions: { code: string; name: { zh: string; en: string } }[]; integrity: Record<string, string> };
  export default site;
}
