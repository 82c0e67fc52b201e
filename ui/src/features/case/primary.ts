/** Ctrl+Enter on the step at hand: sends its form when something is in it, otherwise goes to its first field or presses its button. */
export function pressPrimary(root: HTMLElement | null): void {
  const step = root?.querySelector<HTMLElement>('[data-step]');
  if (step == null) return;
  const form = step.querySelector<HTMLFormElement>('[data-step-form] form');
  if (form === null) {
    // What is still in a field is kept before the step is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    step.querySelector<HTMLElement>('[data-step-primary] button')?.click();
    return;
  }
  const fields = [...form.querySelectorAll<HTMLInputElement>('input:not([readonly])')];
  if (fields.some((field) => field.value !== '' && field.value !== 'CNY')) form.requestSubmit();
  else fields[0]?.focus();
}
