/** How the component library is set up. Colours and sizes stand in styles/tokens.css; nothing is injected at run time. */
import { createTheme } from '@mantine/core';

const still = { transitionProps: { duration: 0 } };

export const theme = createTheme({
  focusRing: 'auto',
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 400, ...still } },
    Menu: { defaultProps: still },
    Select: { defaultProps: { comboboxProps: still, allowDeselect: false, checkIconPosition: 'right' } },
    // The page never scrolls as a whole, and locking the scroll would inject a style tag.
    Modal: { defaultProps: { ...still, lockScroll: false, centered: true } },
  },
});
