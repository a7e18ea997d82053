package ru.otklik.accounts.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of AES-256-GCM. Its id is made of it, so it is the same wherever the key came from. */
final class SealingKey {

    /** @param nonce random: one key seals a few thousand secrets in its life, far from where a nonce could repeat */
    record Sealed(String keyId, byte[] nonce, byte[] bytes) {
        @Override
        public String toString() {
            return "Sealed[keyId=" + keyId + "]";
        }
    }

    static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final String id;

    private SealingKey(byte[] bytes) {
        this.bytes = bytes;
        this.id = idOf(bytes);
    }

    static SealingKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SealingKey(bytes);
    }

    /** @throws IllegalArgumentException when it is no base64 of 32 bytes; the message does not repeat the text */
    static SealingKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not base64"); // the cause would quote a part of the key
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 32 bytes");
        }
        return new SealingKey(bytes);
    }

    String id() {
        return id;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param bound what the secret belongs to: sealed for one thing, it does not open for another */
    Sealed seal(String secret, String bound) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return new Sealed(id, nonce, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work here", e);
        }
    }

    String open(Sealed sealed, String bound) throws GeneralSecurityException {
        return new String(
                cipher(Cipher.DECRYPT_MODE, sealed.nonce(), bound).doFinal(sealed.bytes()), StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("otklik key id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
