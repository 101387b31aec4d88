/**
 * Where a page lets only trusted addresses become scripts (Trusted Types), ours are those that this page puts together
 * itself. The name of the policy stands in the page's Content-Security-Policy.
 */

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null = null;

/** The address as the browser wants it. A host that forbids the policy forbids the script, and that is then told. */
export function trustedScript(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  try {
    policy ??= trustedTypes.createPolicy("yibao", { createScriptURL: (own) => own });
    return policy.createScriptURL(address);
  } catch {
    return address;
  }
}
