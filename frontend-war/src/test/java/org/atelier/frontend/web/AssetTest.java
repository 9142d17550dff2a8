package org.atelier.frontend.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scripts leave without their comments, and say the same. */
class AssetTest {

    @Test
    void linesThatAreCommentsAreEmptyAndTheRestStays() {
        assertThat(Asset.withoutComments("""
                // What it is for.
                import { a } from './a.js'

                /**
                 * @param b what
                 */
                export function c(b) {
                  // Cited cause.
                  return 'https://example.org/' + b // here
                }
                """)).isEqualTo("""

                import { a } from './a.js'




                export function c(b) {

                  return 'https://example.org/' + b // here
                }
                """);
    }
}
