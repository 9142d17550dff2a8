package org.atelier.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.atelier.provider.Modality;

/** The part of the catalogue that people of one role may use, at one moment. */
final class Offer {
    private static final int REVISION_CHARACTERS = 16;
    private static final int TEXTS_KEPT = 16;

    private final List<CatalogueModel> listed;
    private final Map<String, CatalogueModel> usable;
    private final Map<Modality, CatalogueModel> defaults = new EnumMap<>(Modality.class);
    private final String revision;
    private final Cache<String, byte[]> texts =
            Caffeine.newBuilder().maximumSize(TEXTS_KEPT).build();

    Offer(List<CatalogueModel> allowed, Choices choices, Instant now) {
        listed = allowed;
        usable = allowed.stream()
                .filter(CatalogueModel::available)
                .collect(Collectors.toMap(CatalogueModel::id, Function.identity()));
        for (var output : Modality.values()) {
            choices.defaultFor(output)
                    .flatMap(this::usable)
                    .filter(model -> model.makes(output))
                    .or(() -> DefaultRule.choose(allowed, output, now))
                    .ifPresent(model -> defaults.put(output, model));
        }
        revision = digest(allowed);
    }

    Optional<CatalogueModel> usable(String id) {
        return Optional.ofNullable(usable.get(id));
    }

    /** What can be used, then what could be used once; the newest first. */
    List<CatalogueModel> listed() {
        return listed;
    }

    /** @return what somebody gets who has chosen nothing: the administrators' choice, else what the rule finds */
    Optional<CatalogueModel> usual(Modality output) {
        return Optional.ofNullable(defaults.get(output));
    }

    /** @return a text that changes whenever the list does, and is the same after a restart */
    String revision() {
        return revision;
    }

    /** Large texts are made once for all who get the same one. */
    byte[] text(String tag, Supplier<byte[]> made) {
        return texts.get(tag, missing -> made.get());
    }

    private static String digest(List<CatalogueModel> models) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var model : models) {
                digest.update(Definitions.write(model.definition()).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) (model.available() ? 1 : 0));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, REVISION_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
