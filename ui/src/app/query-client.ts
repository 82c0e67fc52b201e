import { QueryClient } from '@tanstack/react-query';

/** Answers come from the same machine: they are right until something changes them, and a refusal is not tried again. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, gcTime: 10 * 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
  });
}
