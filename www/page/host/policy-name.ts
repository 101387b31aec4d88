/**
 * In the page's own folder or below, and called policy…: a link that somebody sends can name nothing else. (The page's
 * security policy forbids other hosts anyway, but from a file it allows every file.)
 */
export const mayBeNamed = (name: string): boolean => /^(?:[\w-]+\/)*policy[\w-]*(?:\.[\w-]+)*\.js$/.test(name);
