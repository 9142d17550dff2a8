/**
 * What the API takes and gives, as an OpenAPI document and as a page that shows it. The document is {@code docs/openapi.yaml}, written by hand and
 * packed as it stands; tests hold it against the code. It knows no feature, and tells everybody the same.
 */
package org.atelier.description;
