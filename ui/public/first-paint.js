// Puts the remembered theme and language on the page before the first frame. The program's own settings follow and win.
(function () {
  var root = document.documentElement;
  var theme = null;
  var language = null;
  try {
    theme = localStorage.getItem('recourse.theme');
    language = localStorage.getItem('recourse.language');
  } catch (refused) {
    // Without storage the system's own preference stands.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.setAttribute('data-theme-set', '');
  root.lang = language || (navigator.language.toLowerCase().indexOf('zh') === 0 ? 'zh-CN' : 'en');
})();
