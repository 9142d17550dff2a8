/**
 * What is counted and timed while the server works, for whoever collects it in the form of Prometheus. Whoever knows a figure makes an
 * instrument here and keeps it in a constant; nothing here knows what it measures. Labels come from short lists: never a path, an id, a
 * name or a model, whose number nobody bounds.
 */
package org.atelier.metrics;
