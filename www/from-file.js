// Browsers run no module of a page that is opened from a file: without this the program's place would stay empty without a word.
if (location.protocol === 'file:') {
  const said = document.createElement('p');
  said.className = 'banner';
  said.dataset.error = 'file';
  said.textContent =
    'From a file your browser does not run this page. Serve its folder instead: "cargo xtask run --www" does, and so does any web server.';
  document.querySelector('#app').before(said);
}
