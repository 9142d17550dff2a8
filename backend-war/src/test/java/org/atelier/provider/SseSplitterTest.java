package org.atelier.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseSplitterTest {

    private static final String STREAM = ": a comment\n\ndata: Grüße 🐦\r\n\r\ndata:no space\n\n"
            + "event: ping\ndata: named\n\ndata: first\ndata: second\n\n:\r\n\r\nid: 7\nretry: 5\nnonsense\n\n"
            + "data:  two spaces\r\rdata\n\ndata: at the end";

    private static final List<String> EXPECTED = List.of(
            "#", "|Grüße 🐦", "|no space", "ping|named", "|first\nsecond", "#", "| two spaces", "|", "|at the end");

    private static final class Collected implements SseSplitter.Events {
        private final List<String> all = new ArrayList<>();

        @Override
        public void comment() {
            all.add("#");
        }

        @Override
        public void event(String name, byte[] data, int length) {
            all.add(name + "|" + new String(data, 0, length, StandardCharsets.UTF_8));
        }
    }

    private static List<String> split(List<byte[]> pieces) {
        Collected collected = new Collected();
        SseSplitter splitter = new SseSplitter(collected, 1 << 20);
        pieces.forEach(piece -> splitter.accept(ByteBuffer.wrap(piece)));
        splitter.end();
        return collected.all;
    }

    private static byte[] part(byte[] all, int from, int to) {
        return java.util.Arrays.copyOfRange(all, from, to);
    }

    @Test
    void everyTwoCutsGiveTheSameEvents() {
        byte[] all = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= all.length; first++) {
            for (int second = first; second <= all.length; second++) {
                assertThat(split(List.of(part(all, 0, first), part(all, first, second), part(all, second, all.length))))
                        .as("cut at %d and %d", first, second)
                        .isEqualTo(EXPECTED);
            }
        }
    }

    @Test
    void singleBytesGiveTheSameEvents() {
        List<byte[]> bytes = new ArrayList<>();
        for (byte one : STREAM.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(new byte[] {one});
        }
        assertThat(split(bytes)).isEqualTo(EXPECTED);
    }

    @Test
    void anEventLargerThanItsBufferArrivesWhole() {
        String long1 = "x".repeat(100_000);
        assertThat(split(List.of(("data: " + long1 + "\n\n").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("|" + long1);
    }

    @Test
    void anEndlessEventIsRefused() {
        SseSplitter splitter = new SseSplitter(new Collected(), 10_000);
        byte[] endless = "data: ".concat("x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> splitter.accept(ByteBuffer.wrap(endless))).isInstanceOf(ProviderFailure.class);
    }

    @Test
    void anEndlessRowOfShortLinesInOneEventIsRefused() {
        SseSplitter splitter = new SseSplitter(new Collected(), 10_000);
        byte[] endless = "data: x\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> splitter.accept(ByteBuffer.wrap(endless))).isInstanceOf(ProviderFailure.class);
    }
}
