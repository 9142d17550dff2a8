/**
 * HTTP manners that all resources share: who calls, problems, JSON, paging, request ids. Knows no feature: {@code auth}
 * fills the {@link org.atelier.web.Caller} in, features only read it.
 */
package org.atelier.web;
