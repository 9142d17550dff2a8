// Shows the document, light or dark as the browser is. Nothing is asked of anybody else: no validator on the internet, no fonts.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

// The table of answers is wider than a phone: it scrolls, not the page.
document.styleSheets[0].insertRule('.swagger-ui .responses-inner { overflow-x: auto }');

window.SwaggerUIBundle({
  url: '/api/openapi.yaml',
  domNode: document.getElementById('description'),
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
});
