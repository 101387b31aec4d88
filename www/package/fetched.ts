/** What an address answers, where it has what is asked for. */
export async function fetched(file: URL): Promise<Response> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answers ${response.status}`);
  return response;
}
