package ru.otklik.networks.ok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ru.otklik.networks.Access;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;

/** The form of a call, signed with the secret key of the application and the token. */
final class OkSignature {

    private OkSignature() {}

    static String form(String method, Map<String, String> parameters, Access access) {
        return form(signed(method, parameters, access, access.token()));
    }

    /** The token goes beside the signature: it is a part of the key, not of what is signed. */
    private static Map<String, String> signed(
            String method, Map<String, String> parameters, Access access, String token) {
        var all = new TreeMap<>(parameters);
        all.put("method", method);
        all.put("format", "json");
        all.put(OkCalls.APPLICATION_KEY, secret(access, OkCalls.APPLICATION_KEY, "публичный ключ"));
        String key = md5(token + secret(access, OkCalls.APPLICATION_SECRET_KEY, "секретный ключ"));
        all.put(
                "sig",
                md5(all.entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining())
                        + key));
        all.put("access_token", token);
        return all;
    }

    private static String secret(Access access, String name, String title) {
        return access.secret(name)
                .orElseThrow(() -> new NetworkFault(
                        Kind.TOKEN_DEAD, "Для учётной записи не задан %s приложения Одноклассников.".formatted(title)));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
