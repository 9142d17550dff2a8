package org.atelier.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One model as the provider lists it; the lists for text, pictures and films are already merged.
 *
 * @param id what is sent as {@code model}; opaque, never taken apart
 * @param stableKey the name that survives renaming; the id where the provider has none
 * @param created when it was added to the provider's list
 * @param expires planned removal
 * @param contextLength tokens of question and answer together
 */
public record ProviderModel(
        String id,
        String stableKey,
        String name,
        String description,
        Optional<Instant> created,
        Optional<LocalDate> expires,
        Optional<Integer> contextLength,
        Set<Modality> inputModalities,
        Set<Modality> outputModalities,
        Prices prices,
        Optional<Capabilities.Text> text,
        Optional<Capabilities.Image> image,
        Optional<Capabilities.Video> video) {

    public ProviderModel {
        inputModalities = Set.copyOf(inputModalities);
        outputModalities = Set.copyOf(outputModalities);
    }
}
