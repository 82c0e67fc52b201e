//! Facts and words as data: playbooks, channels, calendars, locales; pure functions over them.
