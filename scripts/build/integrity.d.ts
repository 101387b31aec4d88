/** The hashes of what other people's pages include: see configurator.mjs. */
declare module "virtual:integrity" {
  const integrity: Record<string, string>;
  export default integrity;
}
