package org.atelier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.atelier.users.PersonGone;
import org.junit.jupiter.api.Test;

class FarewellTest {
    @Test
    void everybodyHearsItThoughSomeFailAndTheFailuresAreTold() {
        var heard = new ArrayList<String>();
        List<Consumer<PersonGone>> listeners = List.of(
                gone -> {
                    throw new IllegalStateException("one");
                },
                gone -> heard.add("second"),
                gone -> {
                    throw new IllegalStateException("three");
                },
                gone -> heard.add("fourth"));

        assertThatThrownBy(() -> Farewell.say(new PersonGone(UUID.randomUUID()), listeners))
                .hasMessage("one")
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
        assertThat(heard).containsExactly("second", "fourth");
    }
}
