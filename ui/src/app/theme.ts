/** How the component library is set up. Colours and sizes stand in styles/tokens.css; nothing is injected at run time. */
import { createTheme } from '@mantine/core';

/** What a field wants to say stands beneath it, so that the fields of a row stand in one line. */
const below = { inputWrapperOrder: ['label', 'input', 'description', 'error'] };
const still = { transitionProps: { duration: 0 } };

export const theme = createTheme({
  focusRing: 'auto',
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: below },
    Textarea: { defaultProps: below },
    Tooltip: { defaultProps: { openDelay: 400, ...still } },
    Menu: { defaultProps: still },
    // The page never scrolls as a whole, and locking the scroll would inject a style tag.
    Modal: { defaultProps: { ...still, lockScroll: false, centered: true } },
  },
});
