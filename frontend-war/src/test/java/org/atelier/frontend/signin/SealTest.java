package org.atelier.frontend.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] SECRET = "tokens of Ada".getBytes(UTF_8);
    private final Seal seal = new Seal(List.of(key(1)), "test");

    @Test
    void whatIsClosedOpensAgain() {
        assertThat(seal.open(seal.close(SECRET))).hasValue(SECRET);
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        assertThat(seal.close(SECRET)).isNotEqualTo(seal.close(SECRET));
    }

    @Test
    void noBitCanBeChanged() {
        byte[] sealed = Base64.getUrlDecoder().decode(seal.close(SECRET));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(seal.open(Base64.getUrlEncoder().encodeToString(changed)))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void nothingCanBeCutOff() {
        String sealed = seal.close(SECRET);
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(seal.open(sealed.substring(0, length))).isEmpty();
        }
    }

    @Test
    void aForeignKeyOpensNothing() {
        assertThat(new Seal(List.of(key(2)), "test").open(seal.close(SECRET))).isEmpty();
    }

    @Test
    void whatWasSealedForSomethingElseDoesNotOpen() {
        assertThat(new Seal(List.of(key(1)), "another").open(seal.close(SECRET)))
                .isEmpty();
    }

    @Test
    void anOldKeyStillOpensAndTheNewOneCloses() {
        Seal both = new Seal(List.of(key(2), key(1)), "test");
        assertThat(both.open(seal.close(SECRET))).hasValue(SECRET);
        assertThat(seal.open(both.close(SECRET))).isEmpty();
    }

    @Test
    void rubbishIsNoCookie() {
        for (String rubbish : List.of("", "=", "ä", "e30", "null", "x".repeat(5000), "%00")) {
            assertThat(seal.open(rubbish)).as(rubbish).isEmpty();
        }
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
