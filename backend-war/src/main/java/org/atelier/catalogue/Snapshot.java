package org.atelier.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.atelier.provider.Modality;

/**
 * The catalogue at one moment, never changed. Models of the demonstration count only while the demonstration answers, and those of
 * a provider only while it does.
 */
final class Snapshot {
    private static final int REVISION_CHARACTERS = 16;
    private static final Comparator<CatalogueModel> NEWEST_FIRST = Comparator.comparing(
                    (CatalogueModel model) -> model.definition().created().orElse(Instant.EPOCH))
            .reversed()
            .thenComparing(model -> model.definition().name())
            .thenComparing(CatalogueModel::id);

    private static final int TEXTS_KEPT = 16;

    private final Map<String, CatalogueModel> byId;
    private final Map<String, CatalogueModel> usable;
    private final List<CatalogueModel> listed;
    private final Map<Modality, CatalogueModel> defaults = new EnumMap<>(Modality.class);
    private final String revision;
    private final Cache<String, byte[]> texts =
            Caffeine.newBuilder().maximumSize(TEXTS_KEPT).build();

    Snapshot(List<CatalogueModel> models, boolean demo, Instant now) {
        byId = byId(models);
        listed = models.stream()
                .filter(model -> model.demo() == demo)
                .sorted(Comparator.comparing(CatalogueModel::available)
                        .reversed()
                        .thenComparing(NEWEST_FIRST))
                .toList();
        usable = byId(listed.stream().filter(CatalogueModel::available).toList());
        for (var output : Modality.values()) {
            DefaultRule.choose(listed, output, now).ifPresent(model -> defaults.put(output, model));
        }
        revision = digest(listed);
    }

    private static Map<String, CatalogueModel> byId(List<CatalogueModel> models) {
        return models.stream().collect(Collectors.toMap(CatalogueModel::id, Function.identity()));
    }

    Optional<CatalogueModel> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<CatalogueModel> usable(String id) {
        return Optional.ofNullable(usable.get(id));
    }

    /** What can be used, then what could be used once; the newest first. */
    List<CatalogueModel> listed() {
        return listed;
    }

    Optional<CatalogueModel> byRule(Modality output) {
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
