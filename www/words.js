// On a web page there is no `chrome.i18n`: this stands in for it, over the same `_locales` as the extension's. The front page's own words are
// in English in index.html, and in the other languages in front/.

const KNOWN = ['en', 'de', 'es', 'fr'];

const wanted = navigator.languages.find((language) => KNOWN.includes(language.slice(0, 2))) ?? 'en';
const language = wanted.slice(0, 2);
const read = async (file) => (await fetch(new URL(file, import.meta.url))).json();
const files = [`./_locales/${language}/messages.json`, ...(language === 'en' ? [] : [`./front/${language}.json`])];
const messages = Object.assign({}, ...(await Promise.all(files.map(read))));

(globalThis.chrome ??= {}).i18n = {
  getUILanguage: () => wanted,
  getMessage: (key, parts = []) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, at) => parts[at - 1] ?? ''),
};
