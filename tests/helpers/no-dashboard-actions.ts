import type { DashboardViewProps } from '../../components/dashboard/DashboardView.tsx';

function nothing(): void {}

/** What a person may do on the dashboard, without any effect. */
export const noDashboardActions: Pick<
  DashboardViewProps,
  Extract<keyof DashboardViewProps, `on${string}`>
> = {
  onSaveSetAside: nothing,
  onDeleteSetAside: nothing,
  onAgree: nothing,
  onSaveNote: async () => true,
  onDeleteNote: nothing,
  onAddService: nothing,
  onRemoveService: nothing,
  onTryService: async () => null,
  onPreviewCatalog: async () => null,
  onUseCatalog: async () => 'failed',
  onBuiltInCatalog: nothing,
  onLookAtRoute: nothing,
  onPause: nothing,
  onResume: nothing,
  onCheckSettings: nothing,
  onCheck: nothing,
  onPermitCheck: nothing,
  onCancel: nothing,
  onExport: nothing,
  onCancelExport: nothing,
  onSaveBackup: nothing,
  onOpenBackup: nothing,
  onRestoreBackup: nothing,
  onCancelBackup: nothing,
  onLeaveBackup: nothing,
  onReadAlerts: nothing,
  onAlertsOn: nothing,
  onAlerts: nothing,
  onReadUpload: nothing,
  onUploadOn: nothing,
  onPermitUpload: nothing,
  onUploadOff: nothing,
  onPreviewUpload: async () => null,
  onLanguage: nothing,
  onSaveFile: nothing,
  onRoutingSettings: nothing,
  onResetSettings: async () => true,
  onDeletePart: nothing,
  onDeleteEverything: async () => {},
};
