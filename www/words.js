// On a web page there is no `chrome.i18n`: this stands in for it, over the same `_locales` as the extension's.

const KNOWN = ['en', 'de', 'es', 'fr'];

const wanted = navigator.languages.find((language) => KNOWN.includes(language.slice(0, 2))) ?? 'en';
const answer = await fetch(new URL(`./_locales/${wanted.slice(0, 2)}/messages.json`, import.meta.url));
const messages = await answer.json();

(globalThis.chrome ??= {}).i18n = {
  getUILanguage: () => wanted,
  getMessage: (key, parts = []) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, at) => parts[at - 1] ?? ''),
};
