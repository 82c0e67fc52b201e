/** Leaves theme and language where `first-paint.js` finds them at the next start. */
import type { AppInfo } from '../api/generated/AppInfo';

export function rememberForFirstPaint(info: AppInfo): void {
  document.documentElement.lang = info.language;
  try {
    localStorage.setItem('recourse.theme', info.theme);
    localStorage.setItem('recourse.language', info.language);
  } catch {
    // Without storage the system's preference decides the first frame.
  }
}
