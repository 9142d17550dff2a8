package org.atelier.frontend.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and authenticates text with AES-GCM. The first key seals, every key opens, so that a key can be replaced
 * while cookies of the old one are still around.
 */
final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final List<SecretKeySpec> keys;
    private final byte[] purpose;

    /** @param purpose what is sealed for another one does not open */
    Seal(List<byte[]> keys, String purpose) {
        this.purpose = purpose.getBytes(StandardCharsets.US_ASCII);
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, "AES")).toList();
    }

    String close(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** Empty for anything that was not closed with one of the keys, whatever it is. */
    Optional<byte[]> open(String text) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        return all.length < NONCE + TAG_BITS / 8
                ? Optional.empty()
                : keys.stream().flatMap(key -> open(key, all).stream()).findFirst();
    }

    private Optional<byte[]> open(SecretKeySpec key, byte[] all) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE));
            return Optional.of(cipher.doFinal(all, NONCE, all.length - NONCE));
        } catch (GeneralSecurityException foreignOrChanged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose);
        return cipher;
    }
}
