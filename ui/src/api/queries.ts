/** What the page asks for. Each key is named once; answers stay until a command or the shell says that they changed. */
import { queryOptions, useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Platform } from '../platform';
import { forgetPages } from './case-pages';
import type { AppInfo } from './generated/AppInfo';
import type { CaseView } from './generated/CaseView';
import type { Catalog } from './generated/Catalog';
import type { DeadlineList } from './generated/DeadlineList';
import type { FindingDto } from './generated/FindingDto';
import type { GuideDto } from './generated/GuideDto';
import type { HistoryDto } from './generated/HistoryDto';
import type { MerchantDto } from './generated/MerchantDto';
import type { PacketReport } from './generated/PacketReport';
import type { PlaybookDoc } from './generated/PlaybookDoc';
import type { ResponseCodeDto } from './generated/ResponseCodeDto';
import type { TaskDto } from './generated/TaskDto';
import { usePlatform } from './platform';

export const keys = {
  appInfo: ['app-info'],
  catalog: ['catalog'],
  cases: ['cases'],
  case: (id: string) => ['case', id],
  history: (id: string) => ['history', id],
  packetChecks: (id: string) => ['packet-check', id],
  packetCheck: (id: string, channel: string, language: string) => ['packet-check', id, channel, language],
  deadlines: ['deadlines'],
  merchant: ['merchant'],
  guide: (id: string) => ['guide', id],
  codes: ['response-codes'],
  sheet: (sheet: string, id: string, role: string) => ['sheet', sheet, id, role],
  shopFindings: ['shop-findings'],
  tasks: ['tasks'],
  proposals: (id: string) => ['task-proposals', id],
  playbook: (id: string) => ['playbook', id],
} as const;

export const appInfoQuery = (platform: Platform) =>
  queryOptions({ queryKey: keys.appInfo, queryFn: () => platform.call('app_info', {}) });
export const catalogQuery = (platform: Platform) =>
  queryOptions({ queryKey: keys.catalog, queryFn: () => platform.call('catalog', {}) });

export function useAppInfo(): AppInfo {
  const { data } = useQuery(appInfoQuery(usePlatform()));
  if (data === undefined) throw new Error('app_info is asked for before the first frame');
  return data;
}

export function useCatalog(): Catalog {
  const { data } = useQuery(catalogQuery(usePlatform()));
  if (data === undefined) throw new Error('catalog is asked for before the first frame');
  return data;
}

export function useCase(id: string): UseQueryResult<CaseView> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.case(id), queryFn: () => platform.call('case_show', { id }) });
}

export function useHistory(id: string): UseQueryResult<HistoryDto> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.history(id), queryFn: () => platform.call('case_history', { id }) });
}

export function useDeadlines(): UseQueryResult<DeadlineList> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.deadlines, queryFn: () => platform.call('deadline_list', {}) });
}

export function useMerchant(): UseQueryResult<MerchantDto> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.merchant, queryFn: () => platform.call('merchant_get', {}) });
}

export function usePacketCheck(id: string, channel: string, language: string): UseQueryResult<PacketReport> {
  const platform = usePlatform();
  return useQuery({
    queryKey: keys.packetCheck(id, channel, language),
    queryFn: () => platform.call('packet_check', { case: id, channel, language }),
  });
}

/** The steps of a case with everything they ask for. */
export const guideQuery = (platform: Platform, id: string) =>
  queryOptions({ queryKey: keys.guide(id), queryFn: () => platform.call('case_guide', { id }) });

export function useGuide(id: string): UseQueryResult<GuideDto> {
  return useQuery(guideQuery(usePlatform(), id));
}

export function useResponseCodes(): UseQueryResult<ResponseCodeDto[]> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.codes, queryFn: () => platform.call('response_codes', {}) });
}

export function useShopFindings(): UseQueryResult<FindingDto[]> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.shopFindings, queryFn: () => platform.call('shop_findings', {}) });
}

export function useTasks(): UseQueryResult<TaskDto[]> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.tasks, queryFn: () => platform.call('task_list', {}) });
}

export function useProposals(id: string): UseQueryResult<TaskDto[]> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.proposals(id), queryFn: () => platform.call('task_proposals', { case: id }) });
}

export function usePlaybook(id: string): UseQueryResult<PlaybookDoc> {
  const platform = usePlatform();
  return useQuery({ queryKey: keys.playbook(id), queryFn: () => platform.call('playbook_doc', { id }) });
}

/** Everything that a change of one case may have touched, besides the case itself. */
export function forgetAround(client: QueryClient, id: string): void {
  forgetPages();
  void client.invalidateQueries({ queryKey: keys.history(id) });
  void client.invalidateQueries({ queryKey: keys.guide(id) });
  void client.invalidateQueries({ queryKey: keys.packetChecks(id) });
  void client.invalidateQueries({ queryKey: keys.deadlines });
}

/** Follows changes that were made outside of this page. */
export function useFollowChanges(): void {
  const platform = usePlatform();
  const client = useQueryClient();
  useEffect(
    () =>
      platform.on('case-changed', ({ id }) => {
        void client.invalidateQueries({ queryKey: keys.case(id) });
        forgetAround(client, id);
      }),
    [platform, client],
  );
}
