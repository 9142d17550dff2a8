// Shows the document. Nothing is asked of anybody else: no validator on the internet, no fonts.
window.SwaggerUIBundle({
  url: '/api/openapi.yaml',
  domNode: document.getElementById('description'),
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
});
